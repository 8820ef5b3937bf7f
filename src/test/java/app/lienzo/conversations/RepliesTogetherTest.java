package app.lienzo.conversations;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.Tenant.Talk;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Replies that come in at the same moment share a transaction: nobody may notice.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RepliesTogetherTest {
    private static final int TALKS = 6;
    private static final int EACH = 12;
    /// How a plan reads conversations.
    private static final Pattern READ = Pattern.compile("(\\w+ )+on conversation\\b(?! ?\\n +->).*\\n +.*");

    private static final String BY_KEY =
            "Index Scan using conversation_pkey on conversation\\n +Index Cond: \\(\\(tenant_id = .*\\) AND \\(id = \\S+\\)\\)";

    @Test
    @DisplayName("Of many replies sent at once each is stored once, in its own conversation, without a gap")
    void many_at_once_are_each_stored_once() throws Exception {
        var here = talks(AURORA);
        var there = talks(NIMBUS);
        var sendings = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < EACH; i++) {
            for (int talk = 0; talk < TALKS; talk++) {
                sendings.add(sending(AURORA, here.get(talk), "here " + talk + " " + i, null));
                sendings.add(sending(NIMBUS, there.get(talk), "there " + talk + " " + i, null));
            }
        }

        assertThat(answers(sendings)).containsOnly(201);
        assertThat(transactions(here)).as("some were stored together").isLessThan(TALKS * EACH);
        for (int talk = 0; talk < TALKS; talk++) {
            assertThat(replies(AURORA, here.get(talk))).containsExactlyInAnyOrderElementsOf(texts("here " + talk));
            assertThat(replies(NIMBUS, there.get(talk))).containsExactlyInAnyOrderElementsOf(texts("there " + talk));
            // What the customer wrote and that somebody took it came before.
            List<Integer> places = messages(AURORA, here.get(talk)).path("items.seq");
            assertThat(places)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, EACH + 2).boxed().toList());
        }
    }

    @Test
    @DisplayName("A reply that is refused, or sent twice, takes none of those beside it along")
    void one_that_is_refused_spoils_nothing() throws Exception {
        var talks = talks(AURORA);
        var free = AURORA.talk("Nadie");
        var key = UUID.randomUUID().toString();
        var sendings = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < EACH; i++) {
            for (int talk = 1; talk < TALKS; talk++) sendings.add(sending(AURORA, talks.get(talk), "good " + i, null));
            sendings.add(sending(AURORA, talks.getFirst(), "the same", key));
            sendings.add(sending(AURORA, free, "not mine", null));
        }

        var answers = answers(sendings);
        assertThat(answers.stream().filter(answer -> answer == 409)).hasSize(EACH);
        assertThat(answers.stream().filter(answer -> answer == 200)).hasSize(EACH - 1);
        assertThat(answers.stream().filter(answer -> answer == 201)).hasSize((TALKS - 1) * EACH + 1);
        assertThat(replies(AURORA, talks.getFirst())).containsExactly("the same");
        assertThat(replies(AURORA, free)).isEmpty();
        for (int talk = 1; talk < TALKS; talk++)
            assertThat(replies(AURORA, talks.get(talk))).containsExactlyInAnyOrderElementsOf(texts("good"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Several in one statement find their conversations by the key, however many the organization has")
    @ValueSource(ints = {300, 2_000, 20_000})
    void each_conversation_is_found_by_its_key(int conversations) throws SQLException {
        try (var connection = Rows.as("postgres");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("""
                    insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state,
                                                     created_at, changed_at, holder_id)
                    select 'many', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), n,
                           'IN_PROGRESS', now(), now(), '00000000-0000-7000-8000-000000000001'
                    from generate_series(1, %d) n
                    """.formatted(conversations));
            statement.execute("analyze lienzo.conversation");
            statement.execute("set local role lienzo_app");
            statement.execute("set local lienzo.tenant = 'many'");
            statement.execute("set local plan_cache_mode = force_generic_plan");
            for (int count : List.of(1, 2, 4, 8)) {
                var plan = plan(statement, "replies_" + count, MessageWriter.replies(count));
                assertThat(READ.matcher(plan).results().map(MatchResult::group))
                        .as(plan)
                        .singleElement()
                        .asString()
                        .matches(BY_KEY);
            }
            connection.rollback();
        }
    }

    /// The one that PostgreSQL keeps for all values.
    private static String plan(Statement statement, String name, String text) throws SQLException {
        var places = new AtomicInteger();
        var numbered = Pattern.compile("\\?").matcher(text).replaceAll(_ -> "\\$" + places.incrementAndGet());
        statement.execute("prepare " + name + " as " + numbered);
        var nothing = String.join(", ", Collections.nCopies(places.get(), "null"));
        var plan = new StringJoiner("\n");
        try (var lines = statement.executeQuery("explain (costs off) execute " + name + "(" + nothing + ")")) {
            while (lines.next()) plan.add(lines.getString(1));
        }
        return plan.toString();
    }

    private static List<Talk> talks(Tenant tenant) {
        return IntStream.range(0, TALKS)
                .mapToObj(n -> tenant.talk("Talk " + n).takenBy(worker(tenant)))
                .toList();
    }

    /// Who takes conversations and answers them.
    private static RequestSpecification worker(Tenant tenant) {
        return tenant == AURORA ? tenant.agent() : tenant.owner();
    }

    private static Callable<Integer> sending(Tenant tenant, Talk talk, String text, @Nullable String key) {
        return () -> {
            var request = worker(tenant).contentType("application/json").body(Map.of("text", text));
            if (key != null) request.header("Idempotency-Key", key);
            return request.post(talk.path() + "/messages").statusCode();
        };
    }

    private static List<Integer> answers(List<Callable<Integer>> sendings)
            throws InterruptedException, ExecutionException {
        try (var many = Executors.newFixedThreadPool(24)) {
            var answers = new ArrayList<Integer>();
            for (var answer : many.invokeAll(sendings)) answers.add(answer.get());
            return answers;
        }
    }

    /// How many transactions stored the replies of some conversations.
    private static int transactions(List<Talk> talks) {
        var ids = talks.stream().map(Talk::id).collect(Collectors.joining(","));
        return Integer.parseInt(Rows.one("""
                select count(distinct xmin::text) from lienzo.message
                where kind = 'REPLY' and conversation_id = any(string_to_array(?, ',')::uuid[])
                """, ids));
    }

    private static List<String> texts(String begin) {
        return IntStream.range(0, EACH).mapToObj(n -> begin + " " + n).toList();
    }

    private static List<String> replies(Tenant tenant, Talk talk) {
        return messages(tenant, talk).path("items.findAll { it.kind == 'reply' }.text");
    }

    private static Response messages(Tenant tenant, Talk talk) {
        return tenant.owner().queryParam("limit", 100).get(talk.path() + "/messages");
    }
}

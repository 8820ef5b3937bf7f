package app.lienzo.live;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static app.lienzo.world.Tenant.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Listener;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Streams stay open while the world changes around them: who may hear what, from which place, and for how long.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StreamTest {
    private static final int SOON = 20_000;
    private static final int STREAMS_MAX = 24;
    private static final int ADDRESS_MAX = 200;

    @Inject
    SpaceTeamService teams;

    @Inject
    MemberService members;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Test
    @DisplayName("T11: a stream tells of one's own spaces and conversations, and of nobody else's")
    void a_stream_tells_what_its_follower_may_know() {
        var word = "secreto-" + UUID.randomUUID();
        var stranger = AURORA.visitor();
        stranger.writes("Hola");
        try (var own = api("aurora-agent-token", null);
                var foreign = api(NIMBUS, "nimbus-owner-token", null);
                var otherSpace = api(AURORA.token("agent2"), null);
                var otherVisitor = widget(stranger, null)) {
            var talk = AURORA.talk(word);
            assertThat(own.hears(event -> event.data().contains(word), SOON))
                    .as("the stream works")
                    .isTrue();
            talk.takenBy(AURORA.agent());
            AURORA.agent()
                    .contentType("application/json")
                    .body(Map.of("text", "Nota " + word, "kind", "note"))
                    .post(talk.path() + "/messages")
                    .then()
                    .statusCode(201);
            assertThat(own.hears(event -> event.data().contains("Nota " + word), SOON))
                    .isTrue();
            for (var other : List.of(foreign, otherSpace, otherVisitor)) {
                assertThat(other.heard())
                        .noneMatch(event ->
                                event.data().contains(word) || event.data().contains(talk.id()));
            }
        }
    }

    @Test
    @DisplayName("What is sent has the fields of the standard and no others")
    void only_fields_of_the_standard_are_sent() {
        var talk = AURORA.talk("Hola");
        try (var program = api("aurora-agent-token", null);
                var console = Listener.to(Browser.signedIn(AURORA, "agent").request("GET", "/console/stream"));
                var tickets = Listener.to(Browser.signedIn(AURORA, "agent").request("GET", "/tickets/stream"));
                var customer = widget(talk.visitor(), null)) {
            talk.visitor().writes("Otra vez");
            for (var stream : List.of(program, console, customer)) {
                assertThat(stream.hears(event -> event.name().equals("message"), SOON))
                        .isTrue();
                assertThat(stream.fields()).contains("id", "event", "data").isSubsetOf("id", "event", "data", "retry");
            }
            assertThat(tickets.hears(event -> event.name().equals("hello"), SOON))
                    .isTrue();
            assertThat(tickets.fields()).containsExactlyInAnyOrder("event", "data", "retry");
        }
    }

    @Test
    @DisplayName(
            "T11, B2-6: what somebody holds is told to him and the Manager, not to a colleague, nor are notes told to the customer")
    void what_is_held_is_told_to_its_holder() {
        var talk = AURORA_SECOND.talk("Hola");
        talk.takenBy(AURORA.agent());
        var word = "secreto-" + UUID.randomUUID();
        try (var colleague = api(AURORA.token("agent2"), null);
                var manager = api(AURORA.token("manager"), null);
                var console = Listener.to(Browser.signedIn(AURORA, "agent2").request("GET", "/console/stream"));
                var customer = widget(talk.visitor(), null)) {
            AURORA.agent()
                    .contentType("application/json")
                    .body(Map.of("text", "Nota " + word, "kind", "note"))
                    .post(talk.path() + "/messages")
                    .then()
                    .statusCode(201);
            talk.visitor().writes("Más " + word);
            assertThat(manager.hears(event -> event.data().contains("Más " + word), SOON))
                    .isTrue();
            assertThat(customer.hears(event -> event.data().contains("Más " + word), SOON))
                    .isTrue();
            assertThat(customer.heard()).noneMatch(event -> event.data().contains("Nota"));
            assertThat(colleague.heard()).noneMatch(event -> event.data().contains(word));
            assertThat(console.heard()).noneMatch(event -> event.data().contains(word));
        }
    }

    @Test
    @DisplayName("T11: a key that is a pattern, empty or another organization's opens no stream")
    void no_pattern_opens_a_stream() {
        var visitor = AURORA.visitor();
        for (var key : List.of(
                "%25",
                "_",
                "*",
                "%2A",
                "aurora-%25",
                "nimbus-chat",
                "aurora-second",
                "..",
                "%00",
                "'",
                UUID.randomUUID().toString())) {
            var answer = Wire.to(AURORA, "GET", "/widget/v1/channels/" + key + "/stream")
                    .header("Authorization", "Bearer " + visitor.token())
                    .header("Accept", "text/event-stream")
                    .patience(1_500)
                    .send();
            assertThat(answer.status()).as(key).isIn(400, 401, 404);
            assertThat(answer.body()).as(key).doesNotContain("event:");
        }
        for (var path : List.of("/api/v1/stream", "/console/stream")) {
            var answer = Wire.to(AURORA, "GET", path)
                    .header("Accept", "text/event-stream")
                    .patience(1_500)
                    .send();
            assertThat(answer.status()).as(path).isEqualTo(401);
            var foreign = Wire.to(NIMBUS, "GET", path)
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer aurora-owner-token")
                    .patience(1_500)
                    .send();
            assertThat(foreign.status()).as(path).isEqualTo(401);
        }
        assertThat(Wire.to(AURORA, "GET", "/api/v1/stream")
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + AURORA.token("member"))
                        .patience(1_500)
                        .send()
                        .status())
                .as("who works in no space")
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "T12: who is taken out of a space hears nothing more of it within five seconds, and his next request is refused")
    void who_is_removed_hears_no_more() throws Exception {
        var name = newAgent();
        var token = AURORA.token(name);
        var browser = Browser.signedIn(AURORA, name);
        var talk = AURORA.talk("Antes");
        var held = AURORA.talk("Suya").takenBy(AURORA.with(token));
        try (var program = api(token, null);
                var page = Listener.to(browser.request("GET", "/console/stream"))) {
            assertThat(program.status()).isEqualTo(200);
            assertThat(page.status()).isEqualTo(200);
            AURORA.with(token).get(talk.path()).then().statusCode(200);
            in(() -> teams.remove(space(), member(name)));
            for (var path : List.of(talk.path(), held.path())) {
                assertThat(Wire.to(AURORA, "GET", path)
                                .header("Authorization", "Bearer " + token)
                                .send()
                                .status())
                        .as(path)
                        .isIn(403, 404);
            }
            assertThat(browser.get("/console/conversations/" + talk.id()).status())
                    .isIn(403, 404);
            assertThat(program.ends(SOON)).as("the program's stream").isTrue();
            assertThat(page.ends(SOON)).as("the console's stream").isTrue();
            int heard = program.heard().size();
            talk.visitor().writes("Después");
            assertThat(program.heard()).hasSize(heard);
            var again = Wire.to(AURORA, "GET", "/api/v1/stream")
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + token)
                    .patience(1_500)
                    .send();
            assertThat(again.status()).isEqualTo(403);
            var write = Wire.to(AURORA, "POST", held.path() + "/messages")
                    .header("Authorization", "Bearer " + token)
                    .json("{\"text\":\"x\"}")
                    .send();
            assertThat(write.status()).isIn(403, 404);
        }
    }

    @Test
    @DisplayName("T12: a Manager who becomes an Agent hears nothing more of what others hold")
    void who_is_demoted_hears_less() throws Exception {
        var name = newAgent();
        in(() -> teams.assign(space(), member(name), SpaceRole.MANAGER));
        var token = AURORA.token(name);
        var held = AURORA.talk("De otro").takenBy(AURORA.agent());
        try (var stream = api(token, null)) {
            AURORA.with(token).get(held.path()).then().statusCode(200);
            in(() -> teams.assign(space(), member(name), SpaceRole.AGENT));
            AURORA.with(token).get(held.path()).then().statusCode(404);
            assertThat(stream.ends(SOON)).isTrue();
        }
        try (var stream = api(token, null)) {
            var word = "secreto-" + UUID.randomUUID();
            held.visitor().writes(word);
            assertThat(stream.hears(event -> event.data().contains(word), 1_000))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("T12: who signs out, is signed out elsewhere or deactivated has no stream left")
    void a_stream_ends_with_its_session() throws Exception {
        var name = newAgent();
        var browser = Browser.signedIn(AURORA, name);
        try (var page = Listener.to(browser.request("GET", "/console/stream"))) {
            assertThat(page.status()).isEqualTo(200);
            browser.post("/sign-out", "");
            assertThat(page.ends(SOON)).isTrue();
        }
        var one = Browser.signedIn(AURORA, name);
        var other = Browser.signedIn(AURORA, name);
        try (var page = Listener.to(one.request("GET", "/console/stream"))) {
            other.post("/profile/sessions/end-others", "");
            assertThat(page.ends(SOON)).isTrue();
        }
        assertThat(one.get("/console").status()).isEqualTo(303);
    }

    @Test
    @DisplayName("T12: a channel that is turned off serves no visitor")
    void a_channel_turned_off_is_off() {
        var channel = Rows.one("select id from lienzo.channel where key = 'aurora-second'");
        var visitor = AURORA_SECOND.visitor();
        visitor.writes("Hola");
        var manager = Browser.signedIn(AURORA, "manager");
        manager.get("/channels/" + channel);
        assertThat(manager.post("/channels/" + channel + "/state", "on=false").status())
                .isEqualTo(303);
        try {
            for (var path : List.of("", "/conversation", "/stream")) {
                var answer = Wire.to(AURORA, "GET", AURORA_SECOND.channel() + path)
                        .header("Authorization", "Bearer " + visitor.token())
                        .patience(1_500)
                        .send();
                assertThat(answer.status()).as(path).isEqualTo(404);
            }
        } finally {
            manager.post("/channels/" + channel + "/state", "on=true");
        }
        assertThat(visitor.sees()).containsExactly("Hola");
    }

    @Test
    @DisplayName("T12: a channel that is turned off ends the streams that its visitors have open, and no other's")
    void a_channel_turned_off_ends_its_streams() throws Exception {
        var channel = Rows.one("select id from lienzo.channel where key = 'aurora-second'");
        var manager = Browser.signedIn(AURORA, "manager");
        manager.get("/channels/" + channel);
        try (var open = widget(AURORA_SECOND.visitor(), null);
                var other = widget(AURORA.visitor(), null);
                var foreign = widget(NIMBUS.visitor(), null)) {
            manager.post("/channels/" + channel + "/state", "on=false");
            assertThat(open.ends(20_000)).isTrue();
            assertThat(other.ends(500)).isFalse();
            assertThat(foreign.ends(1)).isFalse();
        } finally {
            manager.post("/channels/" + channel + "/state", "on=true");
        }
    }

    @Test
    @DisplayName("H07: one visitor keeps a few streams open and no more; what is closed makes room again")
    void one_visitor_has_a_few_streams() {
        var visitor = AURORA.visitor();
        var open = new ArrayList<Listener>();
        try {
            Listener refused = null;
            while (refused == null && open.size() <= STREAMS_MAX) {
                var stream = widget(visitor, null);
                if (stream.status() == 200) open.add(stream);
                else refused = stream;
            }
            assertThat(open).hasSize(STREAMS_MAX);
            assertThat(refused).isNotNull();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("retry-after")).isNotEmpty();
            refused.close();
            try (var neighbour = widget(AURORA.visitor(), null)) {
                assertThat(neighbour.status()).isEqualTo(200);
            }
            open.removeLast().close();
            var until = System.nanoTime() + SOON * 1_000_000L;
            var again = widget(visitor, null);
            while (again.status() != 200 && System.nanoTime() < until) again = widget(visitor, null);
            open.add(again);
            assertThat(again.status()).isEqualTo(200);
        } finally {
            open.forEach(Listener::close);
        }
    }

    @Test
    @DisplayName("H07: one address opens as many streams as it may and no more, and they cost the heap little")
    void one_address_has_its_bound() throws Exception {
        var visitors = new ArrayList<Tenant.Visitor>();
        for (int i = 0; i < ADDRESS_MAX / STREAMS_MAX + 2; i++) visitors.add(AURORA.visitor());
        var open = new ArrayList<Socket>();
        long before = heap();
        try {
            int refused = 0;
            for (var visitor : visitors) {
                for (int i = 0; i < STREAMS_MAX; i++) {
                    var socket = Wire.to(AURORA, "GET", AURORA.channel() + "/stream")
                            .header("Origin", SHOP)
                            .header("Authorization", "Bearer " + visitor.token())
                            .from("127.9.9.9")
                            .patience(10_000)
                            .open();
                    var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
                    if (head.endsWith("429")) refused++;
                    else assertThat(head).endsWith("200");
                    open.add(socket);
                }
            }
            assertThat(open.size() - refused).isEqualTo(ADDRESS_MAX);
            assertThat(heap() - before).as("bytes for these streams").isLessThan(60L << 20);
            AURORA.visitor().writes("Y yo sigo");
        } finally {
            for (var socket : open) socket.close();
        }
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    @DisplayName("H07: a Last-Event-ID that is garbage begins now, and breaks nothing")
    void garbage_begins_now() {
        var visitor = AURORA.visitor();
        visitor.writes("Antes");
        for (var garbage : List.of(
                "garbage",
                "",
                "-",
                "1.5",
                "-1-1",
                "1-",
                "-1",
                "0x1-1",
                "9".repeat(100) + "-1",
                "999999999999999999-999999999999999999",
                "1-1; drop table x",
                "%00",
                "\u0000",
                "1-1\t1",
                "null",
                "١-١",
                "' or 1=1 --",
                "<script>")) {
            for (var request : List.of(
                    Wire.to(AURORA, "GET", "/api/v1/stream").header("Authorization", "Bearer aurora-agent-token"),
                    Wire.to(AURORA, "GET", AURORA.channel() + "/stream")
                            .header("Origin", SHOP)
                            .header("Authorization", "Bearer " + visitor.token()))) {
                try (var stream = Listener.to(request.header("Last-Event-ID", garbage))) {
                    // NUL is no header at all, and refused before we see it.
                    if (garbage.equals("\u0000") && stream.status() == 400) continue;
                    assertThat(stream.status()).as(garbage).isEqualTo(200);
                    var word = "nuevo-" + UUID.randomUUID();
                    visitor.writes(word);
                    assertThat(stream.hears(event -> event.data().contains(word), SOON))
                            .as(garbage)
                            .isTrue();
                    assertThat(stream.heard())
                            .as(garbage)
                            .noneMatch(event -> event.data().contains("Antes"));
                }
            }
        }
    }

    @Test
    @DisplayName("H07: a stream answers no foreign site")
    void a_stream_is_for_its_own_pages() {
        var browser = Browser.signedIn(AURORA, "agent");
        try (var stream = Listener.to(browser.request("GET", "/console/stream")
                .header("Origin", "https://evil.example")
                .header("Sec-Fetch-Site", "cross-site"))) {
            assertThat(stream.header("access-control-allow-origin")).isEmpty();
            assertThat(stream.header("access-control-allow-credentials")).isEmpty();
        }
        var visitor = AURORA.visitor();
        try (var stream = Listener.to(Wire.to(AURORA, "GET", AURORA.channel() + "/stream")
                .header("Origin", "https://evil.example")
                .header("Authorization", "Bearer " + visitor.token()))) {
            assertThat(stream.status()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("R06: who comes back with the last id he heard is told exactly what he missed, once and in order")
    void who_comes_back_misses_nothing() {
        var visitor = AURORA.visitor();
        visitor.writes("uno");
        String last;
        try (var stream = widget(visitor, null);
                var team = api("aurora-agent-token", null)) {
            visitor.writes("dos");
            assertThat(stream.hears(event -> event.data().contains("dos"), SOON))
                    .isTrue();
            assertThat(team.hears(event -> event.data().contains("dos"), SOON)).isTrue();
            last = stream.heard("message").getLast().id();
        }
        var missed = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            missed.add("perdido-" + i + "-" + visitor.token().hashCode());
            visitor.writes(missed.getLast());
        }
        AURORA.talk("de otra persona");
        for (int round = 0; round < 2; round++) {
            try (var stream = widget(visitor, last);
                    var team = api("aurora-agent-token", last)) {
                for (var back : List.of(stream, team)) {
                    assertThat(back.hears(event -> event.data().contains(missed.getLast()), SOON))
                            .isTrue();
                    visitorsOwn(back, missed);
                }
                assertThat(stream.heard()).noneMatch(event -> event.data().contains("de otra persona"));
            }
        }
    }

    @Test
    @DisplayName(
            "R06: who was away for thousands of events is told them all, or told to look afresh, and goes on hearing")
    void who_was_away_for_long_is_helped() {
        var visitor = AURORA.visitor();
        visitor.writes("uno");
        String last;
        try (var team = api("aurora-agent-token", null)) {
            visitor.writes("dos");
            assertThat(team.hears(event -> event.data().contains("dos"), SOON)).isTrue();
            last = team.heard("message").getLast().id();
        }
        int many = 3_000;
        Rows.list("""
                insert into lienzo.event (tenant_id, kind, space_id, conversation_id, payload)
                select ?, 'message', ?::uuid, gen_random_uuid(), jsonb_build_object('text', 'viejo-' || n) from generate_series(1, ?) n
                """, Rows.id(AURORA), space().toString(), many);
        try (var team = api("aurora-agent-token", last)) {
            var word = "nuevo-" + UUID.randomUUID();
            visitor.writes(word);
            assertThat(team.hears(event -> event.data().contains(word), 15_000))
                    .as("heard %d and then nothing", team.heard().size())
                    .isTrue();
            if (team.heard("reset").isEmpty()) {
                assertThat(team.heard().stream().filter(event -> event.data().contains("viejo-")))
                        .hasSize(many);
            }
        }
    }

    private static void visitorsOwn(Listener stream, List<String> missed) {
        var heard = stream.heard("message").stream()
                .map(Listener.Event::data)
                .filter(data -> data.contains("perdido-"))
                .toList();
        assertThat(heard).hasSameSizeAs(missed);
        for (int i = 0; i < missed.size(); i++) assertThat(heard.get(i)).contains(missed.get(i));
        var ids = stream.heard().stream()
                .map(Listener.Event::id)
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static Listener api(String token, @Nullable String last) {
        return api(AURORA, token, last);
    }

    private static Listener api(Tenant tenant, String token, @Nullable String last) {
        var request = Wire.to(tenant, "GET", "/api/v1/stream").header("Authorization", "Bearer " + token);
        return Listener.to(last == null ? request : request.header("Last-Event-ID", last));
    }

    private static Listener widget(Tenant.Visitor visitor, @Nullable String last) {
        var request = Wire.to(visitor.tenant(), "GET", visitor.tenant().channel() + "/stream")
                .header("Origin", SHOP)
                .header("Authorization", "Bearer " + visitor.token());
        return Listener.to(last == null ? request : request.header("Last-Event-ID", last));
    }

    /// A new agent of Aurora's first space, so that what happens to him happens to nobody else.
    private String newAgent() {
        var name = "agent-" + UUID.randomUUID();
        in(() -> members.create(
                Actor.SYSTEM,
                new NewMember(name, "Agent", name + "@example.com", OrganizationRole.MEMBER, Tenant.PASSWORD, null)));
        in(() -> teams.assign(space(), member(name), SpaceRole.AGENT));
        return name;
    }

    private static UUID member(String name) {
        return UUID.fromString(Rows.one("select id from lienzo.member where user_name = ?", name));
    }

    private static UUID space() {
        return UUID.fromString(Rows.one("select space_id from lienzo.channel where key = 'aurora-chat'"));
    }

    private void in(Runnable work) {
        scope.run(organizations.named("aurora").orElseThrow(), work);
    }
}

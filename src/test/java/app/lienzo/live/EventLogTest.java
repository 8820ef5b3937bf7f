package app.lienzo.live;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EventLogTest {
    private static final UUID SPACE = Ids.next();
    private static final Audience EVERYTHING_THERE = new Audience.Member(Ids.next(), Set.of(SPACE), Set.of());

    @Inject
    LiveHub hub;

    @Inject
    EventLog log;

    @Inject
    Scope scope;

    @Inject
    TenantSql sql;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName("A slow writer's event is not lost behind a fast one's, although its id is smaller")
    void a_slow_writers_event_is_not_lost() throws Exception {
        theSlowOneIsWaitedFor(() -> write("slow"));
    }

    @Test
    @DisplayName("The same for a statement that writes its row of the log itself, as a message's does")
    void a_statement_that_writes_its_row_itself() throws Exception {
        theSlowOneIsWaitedFor(() -> sql.update("""
                insert into lienzo.event (tenant_id, kind, space_id, payload)
                select current_setting('lienzo.tenant'), 'test', ?, '{"text": "slow"}'
                where lienzo.marks_events(current_setting('lienzo.tenant'))
                """, SPACE));
    }

    private void theSlowOneIsWaitedFor(Runnable slow) throws Exception {
        var heard = new ConcurrentLinkedQueue<String>();
        var stream = follow(AURORA.slug(), heard, null);
        try (var _ = new Held(AURORA.slug(), slow)) {
            committed(AURORA.slug(), () -> write("fast"));
            in(AURORA.slug(), log::grew);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(heard)
                    .as("a reader does not pass a writer that may still commit")
                    .isEmpty();
        }
        in(AURORA.slug(), log::grew);
        until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("slow", "fast");
        stream.cancel();
    }

    @Test
    @DisplayName("Many writers of many speeds: every committed event is heard once, none that was rolled back")
    void every_committed_event_is_heard_once() throws Exception {
        var heard = new ConcurrentLinkedQueue<String>();
        var stream = follow(AURORA.slug(), heard, null);
        try (var writers = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 300)
                    .mapToObj(i -> writers.submit(() -> in(AURORA.slug(), () -> {
                        try {
                            QuarkusTransaction.requiringNew().run(() -> {
                                write("event " + i);
                                pause(i % 7);
                                if (i % 10 == 0) throw new Undone();
                            });
                        } catch (Undone _) {
                            return;
                        }
                        log.grew();
                    })))
                    .toList();
            for (var one : all) one.get(30, TimeUnit.SECONDS);
        }
        var expected = IntStream.range(0, 300)
                .filter(i -> i % 10 != 0)
                .mapToObj(i -> "event " + i)
                .toList();
        until(() -> heard.size() >= expected.size());
        pause(200);
        assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
        stream.cancel();
    }

    @Test
    @DisplayName("Nobody waits for a long transaction that says nothing, nor for another organization's")
    void long_transactions_of_others_hold_nobody_up() throws Exception {
        var heard = new ConcurrentLinkedQueue<String>();
        var stream = follow(AURORA.slug(), heard, null);
        try (var _ = new Held(AURORA.slug(), () -> sql.list("select pg_current_xact_id()::text", row -> true));
                var _ = new Held(NIMBUS.slug(), () -> write("elsewhere"))) {
            committed(AURORA.slug(), () -> write("at once"));
            in(AURORA.slug(), log::grew);
            until(() -> !heard.isEmpty());
        }
        assertThat(heard).containsExactly("at once");
        stream.cancel();
    }

    @Test
    @DisplayName("A writer who takes back what he said, in part or as a whole, holds nobody up either")
    void who_rolled_back_is_no_writer() {
        var heard = new ConcurrentLinkedQueue<String>();
        var stream = follow(AURORA.slug(), heard, null);
        committed(AURORA.slug(), () -> {
            sql.update("savepoint before");
            write("taken back");
            sql.update("rollback to before");
            write("meant");
        });
        assertThatThrownBy(() -> committed(AURORA.slug(), () -> {
                    write("never");
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);
        in(AURORA.slug(), log::grew);
        until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("meant");
        stream.cancel();
    }

    @Test
    @DisplayName("R06: who comes back with his cursor hears exactly what he missed")
    void who_comes_back_hears_what_he_missed() {
        var before = new ConcurrentLinkedQueue<LiveEvent>();
        var first = in(AURORA.slug(), () -> hub.follow(EVERYTHING_THERE, _ -> true, "127.0.0.1", null))
                .subscribe()
                .with(event -> {
                    // A sign of life or a whisper has no place in the log.
                    if (event.cursor() != null) before.add(event);
                });
        committed(AURORA.slug(), () -> write("seen"));
        in(AURORA.slug(), log::grew);
        until(() -> !before.isEmpty());
        first.cancel();
        committed(AURORA.slug(), () -> write("missed"));
        in(AURORA.slug(), log::grew);
        pause(100);

        var after = new ConcurrentLinkedQueue<String>();
        var second = follow(AURORA.slug(), after, before.peek().cursor());
        until(() -> !after.isEmpty());
        assertThat(after).containsExactly("missed");
        second.cancel();
    }

    @Test
    @DisplayName("T11: nobody of the other tenant hears anything, whatever he follows")
    void the_other_tenant_hears_nothing() {
        var heard = new ConcurrentLinkedQueue<String>();
        var stream = follow(NIMBUS.slug(), heard, "1");
        committed(AURORA.slug(), () -> write("secret"));
        in(AURORA.slug(), log::grew);
        in(NIMBUS.slug(), log::grew);
        pause(400);
        assertThat(heard).isEmpty();
        stream.cancel();
    }

    private static final class Undone extends RuntimeException {}

    private io.smallrye.mutiny.subscription.Cancellable follow(
            String slug, ConcurrentLinkedQueue<String> heard, @Nullable String cursor) {
        return in(slug, () -> hub.follow(EVERYTHING_THERE, _ -> true, "127.0.0.1", cursor))
                .subscribe()
                .with(event -> {
                    if (event.cursor() != null) heard.add(event.payload().replaceAll(".*\"text\": \"(.*)\".*", "$1"));
                });
    }

    private void write(String text) {
        sql.list(
                "select lienzo.emit_event(current_setting('lienzo.tenant'), 'test', ?, null, null, jsonb_build_object('text', ?::text))",
                row -> true,
                SPACE,
                text);
    }

    private void committed(String slug, Runnable work) {
        in(slug, () -> QuarkusTransaction.requiringNew().run(work));
    }

    /// A transaction that did its work and stays open until it is closed, which commits it.
    private final class Held implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final CountDownLatch worked = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CompletableFuture<Void> committed;

        Held(String slug, Runnable work) {
            committed = CompletableFuture.runAsync(
                    () -> committed(slug, () -> {
                        work.run();
                        worked.countDown();
                        await(closed);
                    }),
                    task -> Thread.ofVirtual().start(task));
            await(worked);
        }

        @Override
        public void close() {
            closed.countDown();
            committed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void in(String slug, Runnable work) {
        scope.run(organization(slug), work);
    }

    private <T> T in(String slug, java.util.concurrent.Callable<T> work) {
        return scope.call(organization(slug), work);
    }

    private OrganizationView organization(String slug) {
        return organizations.named(slug).orElseThrow();
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) pause(10);
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

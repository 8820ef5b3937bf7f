package app.lienzo.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.world.FaultyAuthority;
import app.lienzo.world.FaultyAuthority.Kind;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Who takes which row, and how much at once.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QueueTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    OrderFloor floor;
    Orders orders;

    @BeforeEach
    void open() {
        floor = new OrderFloor();
        orders = OrderFloor.bean(Orders.class);
    }

    @AfterEach
    void close() {
        Rows.list("delete from platform.acme_order where host like '%.many.example'");
        floor.close();
    }

    @Test
    @DisplayName("ACME 11: two replicas that want the same host place one order")
    void two_replicas() throws Exception {
        try (var faulty = FaultyAuthority.before(Pebble.authority())) {
            floor.at(faulty.directory(), Pebble.authority());
            var host = floor.wanted();
            var workers = List.of(floor.worker("one"), floor.worker("two"), floor.worker("three"));
            for (int i = 0; i < 300 && floor.view(host).state() != AcmeState.LIVE; i++) {
                var threads = workers.stream()
                        .map(worker -> Thread.ofVirtual().start(worker::step))
                        .toList();
                for (var thread : threads) thread.join();
                floor.clock.advance(Duration.ofMillis(100));
                OrderFloor.pause();
            }
            assertThat(floor.issued(host)).hasSize(1);
            assertThat(faulty.asked(Kind.ORDER)).isEqualTo(1);
            assertThat(faulty.asked(Kind.FINALIZE)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("ACME 12: whoever returns after his lease writes nothing")
    void a_late_writer() {
        var host = floor.wanted();
        var early =
                orders.lease(false, 1, "early", floor.clock.instant(), LEASE).getFirst();
        assertThat(orders.lease(false, 1, "other", floor.clock.instant(), LEASE))
                .isEmpty();
        floor.clock.advance(LEASE);
        var heir = orders.lease(false, 1, "heir", floor.clock.instant(), LEASE).getFirst();
        assertThat(heir.epoch).isGreaterThan(early.epoch);

        early.block("name-refused", null, null);
        assertThatThrownBy(() -> orders.save(early, floor.clock.instant(), LEASE))
                .isInstanceOf(LeaseLost.class);
        assertThat(floor.view(host).state()).isEqualTo(AcmeState.QUEUED);
        heir.notReady("host-elsewhere", null, floor.clock.instant().plus(LEASE));
        orders.save(heir, floor.clock.instant(), LEASE);
        assertThat(floor.view(host).reason()).isEqualTo("host-elsewhere");
    }

    @Test
    @DisplayName("T01: an organization sees and changes its own hosts only, and the other one may want the same name")
    void two_organizations() {
        var host = floor.wanted();
        floor.of("nimbus");
        assertThat(floor.inScope(() -> floor.door.view(host))).isEmpty();
        floor.inScope(() -> {
            floor.door.unwant(host);
            return true;
        });
        assertThatThrownBy(() -> floor.inScope(() -> {
                    floor.door.again(host);
                    return true;
                }))
                .hasMessage("not-found");
        floor.of("aurora");
        assertThat(floor.view(host).state()).isEqualTo(AcmeState.QUEUED);
    }

    @Test
    @DisplayName(
            "ACME 40, 41: of a hundred thousand that are due at once, those that end first come first, and new ones have room beside them")
    void a_hundred_thousand() {
        many(100_000, true);
        var fresh = floor.wanted();
        var now = floor.clock.instant();
        long start = System.nanoTime();
        var renewals = orders.lease(true, 8, "one", now, LEASE);
        var others = orders.lease(true, 8, "two", now, LEASE);
        var news = orders.lease(false, 8, "one", now, LEASE);
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(renewals.stream().map(order -> order.host).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> i + ".many.example")
                        .toList());
        assertThat(others)
                .hasSize(8)
                .noneMatch(order -> renewals.stream().anyMatch(one -> one.host.equals(order.host)));
        assertThat(news.stream().map(order -> order.host)).containsExactly(fresh);
        assertThat(took).as("three leases").isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName(
            "BY-5: an organization that brings a hundred domains takes no order from a renewal or from another organization")
    void budgets() {
        floor.with("orders-per-organization-max", "2").with("orders-per-hour-max", "6");
        var worker = floor.worker();
        var mine = List.of(floor.wanted(), floor.wanted(), floor.wanted());
        for (int i = 0; i < 1_500 && live(mine) < 2; i++) {
            worker.step();
            floor.clock.advance(Duration.ofMillis(100));
            OrderFloor.pause();
        }
        assertThat(live(mine)).isEqualTo(2);
        var waits = mine.stream()
                .map(floor::view)
                .filter(view -> view.state() != AcmeState.LIVE)
                .findFirst()
                .orElseThrow();
        assertThat(waits.reason()).isEqualTo("organization-orders-spent");
        assertThat(waits.nextActionAt()).isAfter(floor.clock.instant().plus(Duration.ofMinutes(50)));

        floor.of("nimbus");
        var theirs = List.of(floor.wanted(), floor.wanted());
        floor.until(worker, theirs.getFirst(), AcmeState.LIVE);
        floor.until(worker, theirs.getLast(), AcmeState.LIVE);
        // Four of six are new ones: the rest is for renewals.
        var late = floor.wanted();
        worker.step();
        assertThat(floor.view(late).reason()).isEqualTo("orders-spent");
        floor.of("aurora");
        var old = mine.stream()
                .filter(host -> floor.view(host).state() == AcmeState.LIVE)
                .findFirst()
                .orElseThrow();
        Rows.list(
                "update platform.acme_order set renew_at = issued_at, issued_at = issued_at - interval '2 hours', next_action_at = ? where host = ?",
                floor.clock.instant().atOffset(ZoneOffset.UTC),
                old);
        worker.step();
        floor.until(worker, old, AcmeState.LIVE);
        assertThat(floor.issued(old)).hasSize(2);
    }

    @Test
    @DisplayName("ACME 35: an order that nobody was told of is found all the same")
    void a_lost_hint() {
        var host = floor.host();
        floor.close();
        Rows.list(
                "insert into platform.acme_order (organization_id, host, state, next_action_at, created_at) values (?, ?, 'QUEUED', now(), now())",
                Rows.id(Tenant.AURORA),
                host);
        Pebble.a(host, "127.0.0.1");
        Rows.list("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'");
        for (int i = 0; i < 600 && floor.view(host).state() == AcmeState.QUEUED; i++) OrderFloor.pause();
        // Nobody claimed the name, so it was looked at and refused before an authority was asked.
        assertThat(floor.view(host).state()).isEqualTo(AcmeState.BLOCKED);
        floor = new OrderFloor();
        floor.adopt(host);
    }

    @Test
    @DisplayName("BY-5: while the customer's own certificate serves, nothing is ordered")
    void an_uploaded_certificate() throws Exception {
        var first = floor.wanted();
        floor.until(floor.worker(), first, AcmeState.LIVE);
        var host = floor.wanted();
        Rows.list(
                "insert into platform.certificate (organization_id, id, host, source, issuer, serial, not_before, not_after, chain, sealed_key, created_at) select organization_id, uuidv7(), ?, 'UPLOADED', issuer, serial, not_before, not_after, chain, sealed_key, created_at from platform.certificate where host = ?",
                host,
                first);
        var worker = floor.worker();
        worker.step();
        assertThat(floor.view(host).reason()).isEqualTo("certificate-uploaded");
        assertThat(floor.view(host).state()).isEqualTo(AcmeState.QUEUED);
        Rows.list("delete from platform.certificate where host = ?", host);
        floor.clock.set(floor.view(host).nextActionAt());
        floor.until(worker, host, AcmeState.LIVE);
    }

    private long live(List<String> hosts) {
        return hosts.stream()
                .filter(host -> floor.view(host).state() == AcmeState.LIVE)
                .count();
    }

    private void many(int count, boolean renewals) {
        Rows.list("""
                insert into platform.acme_order (organization_id, host, state, next_action_at, created_at, leaf, issued_by, issued_at, not_before, not_after, renew_at)
                select ?, i || '.many.example', 'LIVE', ?::timestamptz - interval '1 day', now(), case when ? then '\\x00'::bytea end, 'default',
                    now() - interval '60 days', now() - interval '60 days', now() + interval '1 day' + i * interval '10 seconds', now()
                from generate_series(1, ?) i
                """, Rows.id(Tenant.AURORA), floor.clock.instant().atOffset(ZoneOffset.UTC), renewals, count);
        Rows.list("analyze platform.acme_order");
    }
}

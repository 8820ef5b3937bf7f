package app.lienzo.acme;

import static app.lienzo.world.FaultyAuthority.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.AcmeServer;
import app.lienzo.world.FaultyAuthority;
import app.lienzo.world.FaultyAuthority.Fault;
import app.lienzo.world.FaultyAuthority.Kind;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.Certificate;

/// When certificates are renewed, asked of a real authority that says when it would like it (ARI, RFC 9773)
/// and of one that does not.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RenewalTest {
    private static AcmeServer newer;
    private OrderFloor floor;
    private FaultyAuthority faulty;

    @BeforeEach
    void open() {
        floor = new OrderFloor();
        faulty = FaultyAuthority.before(Pebble.authority());
        floor.at(faulty.directory(), Pebble.authority());
    }

    @AfterEach
    void close() {
        floor.close();
        faulty.close();
    }

    @AfterAll
    static void end() {
        if (newer != null) newer.close();
        newer = null;
    }

    /// In front of the authority that has renewal information.
    private void newer() throws IOException {
        var setup = Pebble.newerSetup();
        Assumptions.assumeTrue(
                setup.isPresent(), "Skipped: there is no Pebble with renewal information here (bin/verify fetches it)");
        if (newer == null) newer = AcmeServer.start(Path.of("target", "test-pebble", "newer"), setup.get());
        faulty.close();
        faulty = FaultyAuthority.before(newer);
        floor.at(faulty.directory(), newer);
    }

    @Test
    @DisplayName("ACME 13: what one replica renewed the other one leaves alone")
    void renewed_once() {
        var host = floor.wanted();
        var one = floor.worker("one");
        var two = floor.worker("two");
        floor.until(one, host, AcmeState.LIVE);
        floor.clock.set(time("renew_at", host).plusSeconds(1));
        one.step();
        floor.until(one, host, AcmeState.LIVE);
        for (int i = 0; i < 5; i++) two.step();
        assertThat(floor.issued(host)).hasSize(2);
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(2);
    }

    @Test
    @DisplayName("ACME 14: a certificate that the authority revoked is replaced as soon as its window says so")
    void revoked() throws Exception {
        newer();
        var host = floor.wanted();
        var worker = floor.worker();
        floor.until(worker, host, AcmeState.LIVE);
        worker.step();
        assertThat(time("window_chosen", host)).isAfter(floor.clock.instant());
        var before = floor.leaf(host);
        floor.authorities().all().getFirst().talk(session -> {
            var authority = floor.authorities().all().getFirst();
            Certificate.revoke(OrderFloor.bean(Accounts.class).login(authority, session), before, null);
            return true;
        });

        floor.clock.set(time("window_poll_at", host).plusSeconds(1));
        worker.step();
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(floor.leaf(host)).isNotEqualTo(before);
        assertThat(floor.issued(host)).hasSize(2);
    }

    @Test
    @DisplayName("ACME 15: an order for what was replaced already is made once more without saying what it replaces")
    void already_replaced() throws Exception {
        newer();
        var host = floor.wanted();
        var worker = floor.worker();
        floor.until(worker, host, AcmeState.LIVE);
        worker.step();
        var chosen = time("window_chosen", host);
        faulty.next(Kind.ORDER, problem(409, "alreadyReplaced", "cannot indicate an order replaces it again"));
        floor.clock.set(chosen.plusSeconds(1));
        worker.step();
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(3);
        assertThat(floor.issued(host)).hasSize(2);
    }

    @Test
    @DisplayName("ACME 16: where the authority chooses between 90 and 6 days, the schedule follows what it chose")
    void lives_of_any_length() throws Exception {
        newer();
        var worker = floor.worker();
        for (int i = 0; i < 4; i++) {
            var host = floor.wanted();
            floor.until(worker, host, AcmeState.LIVE);
            var leaf = floor.leaf(host);
            var end = leaf.getNotAfter().toInstant();
            var life = Duration.between(leaf.getNotBefore().toInstant(), end);
            assertThat(life).isLessThan(Duration.ofDays(91));
            var left = life.dividedBy(life.compareTo(Duration.ofDays(10)) < 0 ? 2 : 3);
            assertThat(time("renew_at", host)).isBetween(end.minus(left).minus(life.dividedBy(50)), end.minus(left));
        }
    }

    @Test
    @DisplayName("ACME 17: without renewal information a third of the life left decides")
    void no_information() {
        var host = floor.wanted();
        var worker = floor.worker();
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(Rows.one("select window_start from platform.acme_order where host = ?", host))
                .isNull();
        floor.clock.set(time("renew_at", host).minusSeconds(10));
        worker.step();
        assertThat(floor.view(host).state()).isEqualTo(AcmeState.LIVE);
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(1);
        floor.clock.advance(Duration.ofSeconds(11));
        worker.step();
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(floor.issued(host)).hasSize(2);
    }

    @Test
    @DisplayName("ACME 17: a window that makes no sense, or none because the authority fails, changes nothing")
    void nonsense_windows() throws Exception {
        newer();
        faulty.always(Kind.RENEWAL_INFO, problem(500, "serverInternal", "Oops"));
        var worker = floor.worker();
        var host = floor.wanted();
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(Rows.one("select window_start from platform.acme_order where host = ?", host))
                .isNull();
        for (var window : new String[] {
            "{\"start\":\"2029-01-02T00:00:00Z\",\"end\":\"2029-01-01T00:00:00Z\"}",
            "{\"start\":\"2050-01-01T00:00:00Z\",\"end\":\"2060-01-01T00:00:00Z\"}",
            "{\"start\":\"0001-01-01T00:00:00Z\",\"end\":\"0001-01-01T00:00:00Z\"}",
            "{}"
        }) {
            faulty.always(Kind.RENEWAL_INFO, new Fault.Rewritten(_ -> "{\"suggestedWindow\":" + window + "}"));
            floor.clock.set(time("window_poll_at", host).plusSeconds(1));
            worker.step();
            assertThat(Rows.one("select window_start from platform.acme_order where host = ?", host))
                    .as(window)
                    .isNull();
            assertThat(floor.view(host).state()).isEqualTo(AcmeState.LIVE);
        }
    }

    @Test
    @DisplayName("ACME 17: no window keeps a certificate from being renewed when a twentieth of its life is left")
    void emergency() throws Exception {
        newer();
        var worker = floor.worker();
        var host = floor.wanted();
        floor.until(worker, host, AcmeState.LIVE);
        var end = floor.leaf(host).getNotAfter().toInstant();
        var life = Duration.between(floor.leaf(host).getNotBefore().toInstant(), end);
        faulty.always(
                Kind.RENEWAL_INFO,
                new Fault.Rewritten(_ -> "{\"suggestedWindow\":{\"start\":\"%s\",\"end\":\"%s\"}}"
                        .formatted(end.minusSeconds(120), end.minusSeconds(60))));
        floor.clock.set(time("window_poll_at", host).plusSeconds(1));
        worker.step();
        assertThat(time("window_chosen", host)).isAfter(end.minusSeconds(121));
        floor.clock.set(end.minus(life.dividedBy(20)).plusSeconds(1));
        worker.step();
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(floor.issued(host)).hasSize(2);
    }

    @Test
    @DisplayName("ACME 18: five minutes ahead or behind, certificates are ordered and schedules stay sane")
    void wrong_clocks() {
        for (int minutes : new int[] {-5, 10}) {
            floor.clock.advance(Duration.ofMinutes(minutes));
            var host = floor.wanted();
            var worker = floor.worker();
            floor.until(worker, host, AcmeState.LIVE);
            assertThat(time("renew_at", host)).isAfter(floor.clock.instant().plus(Duration.ofDays(30)));
            worker.step();
            assertThat(floor.issued(host)).hasSize(1);
        }
    }

    @Test
    @DisplayName("ACME 19: what the authority believes from the last time is not proved again")
    void a_proof_that_still_holds() throws Exception {
        try (var trusting = AcmeServer.start(
                        Path.of("target", "test-pebble", "reuse"),
                        Pebble.setup().with("PEBBLE_AUTHZREUSE", "100"));
                var before = FaultyAuthority.before(trusting)) {
            floor.at(before.directory(), trusting);
            var host = floor.wanted();
            var worker = floor.worker();
            floor.until(worker, host, AcmeState.LIVE);
            int challenges = before.asked(Kind.CHALLENGE);
            floor.clock.set(time("renew_at", host).plusSeconds(1));
            worker.step();
            floor.until(worker, host, AcmeState.LIVE);
            assertThat(floor.issued(host)).hasSize(2);
            assertThat(before.asked(Kind.CHALLENGE)).isEqualTo(challenges);
        }
    }

    @Test
    @DisplayName("BY-5: a host that is no longer wanted is revoked at the authority, and forgotten")
    void unwanted() {
        var host = floor.wanted();
        var worker = floor.worker();
        floor.until(worker, host, AcmeState.LIVE);
        var serial = floor.leaf(host).getSerialNumber();
        floor.inScope(() -> {
            floor.door.unwant(host);
            return true;
        });
        Rows.list(
                "update platform.acme_order set next_action_at = ? where host = ?",
                floor.clock.instant().atOffset(java.time.ZoneOffset.UTC),
                host);
        worker.step();
        assertThat(Pebble.authority().status(serial)).contains("Revoked");
        assertThat(floor.inScope(() -> floor.door.view(host))).isEmpty();
        assertThat(Rows.list("select 1 from platform.acme_order where host = ?", host))
                .isEmpty();
    }

    private static Instant time(String column, String host) {
        var text = Rows.one(
                "select to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from platform.acme_order where host = ?"
                        .formatted(column),
                host);
        return OffsetDateTime.parse(text).toInstant();
    }
}

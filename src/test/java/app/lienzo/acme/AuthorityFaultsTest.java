package app.lienzo.acme;

import static app.lienzo.world.FaultyAuthority.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.lienzo.kernel.Refused;
import app.lienzo.world.FaultyAuthority;
import app.lienzo.world.FaultyAuthority.Fault;
import app.lienzo.world.FaultyAuthority.Kind;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What authorities and the net between do on bad days.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuthorityFaultsTest {
    OrderFloor floor;
    FaultyAuthority faulty;

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

    @Test
    @DisplayName("ACME 01: an authority that takes no nonce is left alone for a while, and the order lives on")
    void nonces_run_out() {
        faulty.always(Kind.ORDER, problem(400, "badNonce", "JWS has an invalid anti-replay nonce"));
        var host = floor.wanted();
        var worker = floor.worker();
        var waits = floor.until(worker, host, AcmeState.BACKOFF);
        assertThat(waits.reason()).isEqualTo("nonce-refused");
        assertThat(waits.detail()).contains("anti-replay nonce");
        assertThat(faulty.asked(Kind.ORDER)).isBetween(2, 12);

        faulty.heal();
        floor.clock.set(waits.nextActionAt());
        floor.until(worker, host, AcmeState.LIVE);
    }

    @Test
    @DisplayName(
            "ACME 02: after 429 nothing is ordered before Retry-After, for this host or another one, whoever asks for it")
    void too_many() {
        faulty.next(
                Kind.ORDER,
                problem(429, "rateLimited", "too many new orders (300) in the last 3h0m0s", "Retry-After", "600"));
        var host = floor.wanted();
        var worker = floor.worker();
        var waits = floor.until(worker, host, AcmeState.BACKOFF);
        assertThat(waits.reason()).isEqualTo("rate-limited");
        assertThat(waits.detail()).isEqualTo("too many new orders (300) in the last 3h0m0s");
        assertThat(waits.nextActionAt())
                .isBetween(
                        floor.clock.instant().plusSeconds(600),
                        floor.clock.instant().plusSeconds(661));

        var other = floor.wanted();
        floor.inScope(() -> {
            floor.door.again(host);
            return true;
        });
        for (int minute = 0; minute < 9; minute++) {
            floor.clock.advance(Duration.ofMinutes(1));
            worker.step();
        }
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(1);
        assertThat(floor.view(other).state()).isEqualTo(AcmeState.QUEUED);
        assertThat(floor.view(other).reason()).isEqualTo("authority-paused");
        assertThat(floor.view(other).nextActionAt()).isAfter(floor.clock.instant());

        floor.clock.advance(Duration.ofMinutes(3));
        floor.until(worker, host, AcmeState.LIVE);
        floor.until(worker, other, AcmeState.LIVE);
    }

    @Test
    @DisplayName("ACME 02: 503 in the middle of an order, with a date and without a problem document, only takes time")
    void unavailable_in_the_middle() {
        var date = java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
        var sent = floor.clock.instant().atOffset(java.time.ZoneOffset.UTC);
        faulty.next(
                Kind.FINALIZE,
                new Fault.Answered(
                        503,
                        Map.of("Retry-After", date.format(sent.plusMinutes(2)), "Content-Type", "text/html"),
                        "<h1>Back soon</h1>"));
        var host = floor.wanted();
        var worker = floor.worker();
        var waits = floor.until(worker, host, AcmeState.FINALIZING);
        floor.until(worker, host, AcmeState.FINALIZING);
        for (int i = 0; i < 40 && floor.view(host).reason() == null; i++) {
            floor.clock.advance(Duration.ofMillis(200));
            worker.step();
            OrderFloor.pause();
        }
        waits = floor.view(host);
        assertThat(waits.reason()).isEqualTo("authority-paused");
        assertThat(Duration.between(floor.clock.instant(), waits.nextActionAt()))
                .isCloseTo(Duration.ofMinutes(2), Duration.ofSeconds(20));
        int before = faulty.asked(Kind.FINALIZE);
        floor.clock.advance(Duration.ofMinutes(1));
        worker.step();
        assertThat(faulty.asked(Kind.FINALIZE)).isEqualTo(before);

        floor.clock.advance(Duration.ofMinutes(2));
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(faulty.asked(Kind.ORDER)).as("the same order").isEqualTo(1);
    }

    @Test
    @DisplayName(
            "ACME 03: a host that the authority cannot reach is tried three times in an hour and no more, and says why")
    void an_unreachable_host() {
        var host = floor.wanted();
        Pebble.a(host, "127.0.0.2");
        var worker = floor.worker();
        var end = floor.clock.instant().plus(Duration.ofMinutes(59));
        while (true) {
            var waits = floor.until(worker, host, AcmeState.BACKOFF);
            // The second time over TLS.
            assertThat(waits.reason()).isIn("host-unreachable", "host-answered-wrong");
            assertThat(waits.detail()).contains("127.0.0.2");
            if (waits.nextActionAt().isAfter(end)) break;
            floor.clock.set(waits.nextActionAt());
            worker.step();
        }
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(3);
        assertThat(Rows.one("select count(*) from platform.acme_attempt where kind = 'FAILURE' and host = ?", host))
                .isEqualTo("3");

        Pebble.a(host, "127.0.0.1");
        floor.clock.set(floor.view(host).nextActionAt());
        floor.live(worker, host);
    }

    @Test
    @DisplayName("ACME 06: name servers that fail are said to fail, and asked again")
    void name_servers_fail() {
        var host = floor.wanted();
        Pebble.servfail(host);
        var worker = floor.worker();
        var waits = floor.until(worker, host, AcmeState.BACKOFF);
        assertThat(waits.reason()).isIn("host-unresolved", "host-unreachable");
        assertThat(waits.attempts()).isEqualTo(1);
        Pebble.clear(host);
        Pebble.a(host, "127.0.0.1");
        floor.clock.set(waits.nextActionAt());
        floor.live(worker, host);
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER", "CHALLENGE", "FINALIZE", "CERTIFICATE"})
    @DisplayName("ACME 10, 12: whoever orders dies at any point, another one goes on, and there is one certificate")
    void somebody_dies(Kind at) throws Exception {
        var held = faulty.next(at, new Fault.Held());
        var host = floor.wanted();
        long issuedBefore = Pebble.authority().issued();
        var dead = floor.worker("dead");
        var death = Thread.ofVirtual().start(() -> {
            while (held.release().getCount() > 0) {
                dead.step();
                OrderFloor.pause();
            }
        });
        for (int i = 0; i < 1_500 && held.reached().getCount() > 0; i++) {
            OrderFloor.pause();
            if (held.reached().getCount() > 0) floor.clock.advance(Duration.ofMillis(50));
        }
        if (held.reached().getCount() > 0) held.release().countDown();
        assertThat(held.reached().getCount()).as("reached").isZero();

        floor.clock.advance(Duration.ofMinutes(3));
        floor.until(floor.worker("heir"), host, AcmeState.LIVE);
        var shown = floor.leaf(host);

        held.release().countDown();
        death.join();
        assertThat(floor.view(host).state()).isEqualTo(AcmeState.LIVE);
        assertThat(floor.issued(host)).hasSize(1);
        assertThat(floor.leaf(host)).isEqualTo(shown);
        assertThat(Pebble.authority().issued() - issuedBefore).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER", "CHALLENGE", "FINALIZE", "CERTIFICATE", "ORDER_LOOK", "AUTHORIZATION"})
    @DisplayName("ACME 10: an answer that is lost, or a request, costs time and nothing else")
    void lost_answers(Kind at) {
        long issuedBefore = Pebble.authority().issued();
        var worker = floor.worker();
        for (var fault : List.of(new Fault.Lost(), new Fault.Unheard())) {
            faulty.next(at, fault);
            var host = floor.wanted();
            floor.live(worker, host);
            faulty.heal();
            assertThat(floor.issued(host)).as(fault.toString()).hasSize(1);
        }
        assertThat(Pebble.authority().issued() - issuedBefore).isEqualTo(2);
    }

    @Test
    @DisplayName("ACME 03: a certificate that our database did not take is fetched again, and not ordered again")
    void the_database_fails_once() {
        var host = floor.wanted();
        var worker = floor.worker();
        long issuedBefore = Pebble.authority().issued();
        Rows.list("""
                create function platform.test_fails() returns trigger language plpgsql as
                $$ begin if new.host = '%s' then raise exception 'It fails'; end if; return new; end $$
                """.formatted(host));
        Rows.list("create trigger test_fails before insert on platform.certificate"
                + " for each row execute function platform.test_fails()");
        try {
            floor.until(worker, host, AcmeState.FINALIZING);
            for (int i = 0; i < 200 && !"internal".equals(floor.view(host).reason()); i++) {
                floor.clock.advance(Duration.ofMillis(200));
                worker.step();
                OrderFloor.pause();
            }
        } finally {
            Rows.list("drop function platform.test_fails() cascade");
        }
        var waits = floor.view(host);
        assertThat(waits.reason()).isEqualTo("internal");
        assertThat(waits.state()).isEqualTo(AcmeState.FINALIZING);
        assertThat(floor.issued(host)).isEmpty();

        floor.clock.set(waits.nextActionAt());
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(floor.issued(host)).hasSize(1);
        assertThat(floor.leaf(host)).isNotNull();
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(1);
        assertThat(Pebble.authority().issued() - issuedBefore).isEqualTo(1);
    }

    @Test
    @DisplayName("ACME 03: a row that lost what its state is about is ordered anew")
    void a_row_without_its_certificate() {
        var host = floor.wanted();
        var worker = floor.worker();
        floor.until(worker, host, AcmeState.LIVE);
        Rows.list(
                "update platform.acme_order set leaf = null, issued_by = null, issued_at = null, not_before = null,"
                        + " not_after = null, renew_at = null, next_action_at = ? where host = ?",
                floor.clock.instant().atOffset(java.time.ZoneOffset.UTC),
                host);
        worker.step();
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(floor.issued(host)).hasSize(2);
    }

    @Test
    @DisplayName("ACME 20: an order that the authority lost or calls invalid is made anew")
    void an_order_that_is_gone() {
        faulty.next(Kind.ORDER_LOOK, problem(404, "malformed", "No such order"));
        var host = floor.wanted();
        var worker = floor.worker();
        var waits = floor.until(worker, host, AcmeState.BACKOFF);
        assertThat(waits.reason()).isEqualTo("order-lapsed");
        faulty.next(Kind.ORDER_LOOK, new Fault.Rewritten(body -> body.replace("\"pending\"", "\"invalid\"")));
        floor.clock.set(waits.nextActionAt());
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(faulty.asked(Kind.ORDER)).isGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("ACME 20: an order that gets nowhere is given up after an hour")
    void an_order_that_gets_nowhere() {
        faulty.always(Kind.AUTHORIZATION, problem(500, "serverInternal", "Oops"));
        var host = floor.wanted();
        var worker = floor.worker();
        floor.until(worker, host, AcmeState.ORDERED);
        assertThat(floor.view(host).reason()).isEqualTo("authority-failed");
        floor.clock.advance(Duration.ofMinutes(61));
        assertThat(floor.until(worker, host, AcmeState.BACKOFF).reason()).isEqualTo("order-lapsed");
        faulty.heal();
        floor.clock.set(floor.view(host).nextActionAt());
        floor.until(worker, host, AcmeState.LIVE);
    }

    @Test
    @DisplayName("ACME 21: a name that the authority refuses is asked for once, and again when a person says so")
    void a_refused_name() {
        var host = Pebble.BLOCKED;
        floor.want(host);
        var worker = floor.worker();
        var blocked = floor.until(worker, host, AcmeState.BLOCKED);
        assertThat(blocked.reason()).isEqualTo("name-refused");
        assertThat(blocked.detail()).isNotBlank();
        assertThat(blocked.nextActionAt()).isNull();
        for (int day = 0; day < 3; day++) {
            floor.clock.advance(Duration.ofDays(1));
            worker.step();
        }
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(1);

        again(host);
        Assertions.assertThatThrownBy(() -> again(host))
                .isInstanceOf(Refused.class)
                .hasMessage("certificate-asked-too-often");
        worker.step();
        assertThat(faulty.asked(Kind.ORDER)).isEqualTo(2);
    }

    @Test
    @DisplayName("ACME: an authority that lost all its accounts gets ours again, with the same key")
    void a_forgotten_account() {
        var worker = floor.worker();
        floor.until(worker, floor.wanted(), AcmeState.LIVE);
        int before = faulty.asked(Kind.ACCOUNT);
        faulty.next(Kind.ORDER, problem(400, "accountDoesNotExist", "unable to find account"));
        floor.until(worker, floor.wanted(), AcmeState.LIVE);
        assertThat(faulty.asked(Kind.ACCOUNT)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName(
            "N03: an authority that is down while a certificate is renewed changes nothing for those who look at it")
    void the_old_one_serves_on() {
        var host = floor.wanted();
        var worker = floor.worker();
        floor.until(worker, host, AcmeState.LIVE);
        var serving = floor.leaf(host);

        faulty.always(Kind.ORDER, new Fault.Unheard());
        var life = Duration.between(
                serving.getNotBefore().toInstant(), serving.getNotAfter().toInstant());
        floor.clock.set(serving.getNotAfter().toInstant().minus(life.dividedBy(3)));
        var waits = floor.until(worker, host, AcmeState.BACKOFF);
        assertThat(waits.reason()).isEqualTo("authority-unreachable");
        var first = Duration.between(floor.clock.instant(), waits.nextActionAt());
        assertThat(first).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(73));
        floor.clock.set(waits.nextActionAt());
        worker.step();
        var second = Duration.between(floor.clock.instant(), floor.view(host).nextActionAt());
        assertThat(second).as("each time longer").isBetween(Duration.ofMinutes(2), Duration.ofSeconds(145));
        assertThat(floor.leaf(host)).isEqualTo(serving);

        faulty.heal();
        floor.clock.set(floor.view(host).nextActionAt());
        floor.until(worker, host, AcmeState.LIVE);
        assertThat(floor.leaf(host)).isNotEqualTo(serving);
        assertThat(floor.issued(host)).hasSize(2);
    }

    @Test
    @DisplayName("ACME: pauses grow from a minute to six hours and stay there")
    void back_off() {
        var max = Duration.ofHours(6);
        assertThat(BackOff.after(0, max, 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BackOff.after(2, max, 0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(BackOff.after(4, max, 1)).isEqualTo(Duration.ofMinutes(24));
        assertThat(BackOff.after(50, max, 0)).isEqualTo(max);
        assertThat(BackOff.after(8, max, 0).toMinutes()).isCloseTo(320, within(0L));
        assertThat(floor.clock.instant().truncatedTo(ChronoUnit.MILLIS)).isEqualTo(floor.clock.instant());
    }

    private void again(String host) {
        floor.inScope(() -> {
            floor.door.again(host);
            return true;
        });
        Rows.list(
                "update platform.acme_order set next_action_at = least(next_action_at, ?) where host = ?",
                floor.clock.instant().atOffset(java.time.ZoneOffset.UTC),
                host);
    }
}

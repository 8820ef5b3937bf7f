package app.lienzo.acme;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.FaultyAuthority;
import app.lienzo.world.FaultyAuthority.Fault;
import app.lienzo.world.FaultyAuthority.Kind;
import app.lienzo.world.Https;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What authorities are answered when they come to see.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChallengeTest {
    private static final String PATH = "/.well-known/acme-challenge/";
    private static final int TRIES = 400;

    OrderFloor floor;

    @BeforeEach
    void open() {
        floor = new OrderFloor();
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    @DisplayName(
            "ACME 08, 09: a replica that did not order answers for token and host together, before the authority is told to ask and until it has decided")
    void any_replica_answers() throws Exception {
        try (var faulty = FaultyAuthority.before(Pebble.authority())) {
            floor.at(faulty.directory(), Pebble.authority());
            var told = faulty.next(Kind.CHALLENGE, new Fault.Held());
            var host = floor.wanted();
            var worker = floor.worker();
            var ordering = Thread.ofVirtual().start(worker::step);
            assertThat(told.reached().await(10, TimeUnit.SECONDS)).isTrue();
            var token = Rows.one("select token from platform.acme_challenge where host = ?", host);
            var answer = Rows.one("select answer from platform.acme_challenge where host = ?", host);

            var right = ask(host, token);
            assertThat(right.status()).isEqualTo(200);
            assertThat(right.body()).isEqualTo(answer).startsWith(token + ".");
            assertThat(right.header("Content-Type")).startsWith("text/plain");
            assertThat(right.all("Set-Cookie")).isEmpty();
            assertThat(ask(host.toUpperCase(java.util.Locale.ROOT) + ":80", token)
                            .body())
                    .isEqualTo(answer);
            for (var wrong : new String[] {"other.customer.example", "aurora.localhost", "localhost", "127.0.0.1"})
                assertThat(ask(wrong, token).status()).as(wrong).isEqualTo(404);
            for (var wrong : new String[] {token + "x", "", "..%2F" + token, "%00", "a/b", token + "/"})
                assertThat(ask(host, wrong).status()).as(wrong).isEqualTo(404);
            assertThat(Wire.bare("POST", PATH + token)
                            .header("Host", host)
                            .send()
                            .status())
                    .isEqualTo(404);
            assertThat(Wire.bare("GET", PATH + token).send().status()).isIn(400, 404);

            told.release().countDown();
            ordering.join();
            floor.until(worker, host, AcmeState.LIVE);
            assertThat(ask(host, token).status()).as("decided").isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "ACME 29: where HTTP is not offered the proof is shown over TLS: one name, the proof critical, for this host only")
    void over_tls() throws Exception {
        try (var faulty = FaultyAuthority.before(Pebble.authority())) {
            floor.at(faulty.directory(), Pebble.authority());
            faulty.always(Kind.AUTHORIZATION, new Fault.Rewritten(body -> body.replace("\"http-01\"", "\"other-01\"")));
            var told = faulty.next(Kind.CHALLENGE, new Fault.Held());
            var host = floor.wanted();
            var ordering = Thread.ofVirtual().start(floor.worker()::step);
            assertThat(told.reached().await(10, TimeUnit.SECONDS)).isTrue();
            var shown = OrderFloor.bean(ChallengeShow.class).find(host).orElseThrow();
            assertThat(shown.certificate().getSubjectAlternativeNames()).hasSize(1);
            assertThat(shown.certificate().getSubjectAlternativeNames().toString())
                    .contains(host);
            assertThat(shown.certificate().getCriticalExtensionOIDs()).contains("1.3.6.1.5.5.7.1.31");
            shown.certificate().verify(shown.certificate().getPublicKey());
            assertThat(OrderFloor.bean(ChallengeShow.class).find("other.customer.example"))
                    .isEmpty();
            told.release().countDown();
            ordering.join();
        }
    }

    @Test
    @DisplayName("ACME 29: a host whose port 80 nobody reaches gets its certificate over TLS the next time")
    void the_other_way() {
        Pebble.httpAt(1);
        Pebble.tlsAt(Https.port());
        try {
            var host = floor.wanted();
            var worker = floor.worker();
            var waits = floor.until(worker, host, AcmeState.BACKOFF);
            assertThat(waits.attempts()).isEqualTo(1);
            floor.clock.set(waits.nextActionAt());
            floor.until(worker, host, AcmeState.LIVE);
            assertThat(floor.issued(host)).hasSize(1);
        } finally {
            Pebble.httpAt(null);
            Pebble.tlsAt(0);
        }
    }

    @Test
    @DisplayName(
            "ACME 08: whoever asks for proofs by the hundred gets no more connections to the database than authorities need")
    void a_flood_is_turned_away() throws Exception {
        int most = floor.door.answersAtOnceMax();
        var waiting = new ArrayList<Socket>();
        try (var held = Rows.as("postgres")) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table platform.acme_challenge in access exclusive mode");
            for (int i = 0; i < most; i++)
                waiting.add(Wire.bare("GET", PATH + "flood" + i)
                        .header("Host", "flood.customer.example")
                        .open());
            for (int i = 0; i < TRIES && asking() < most; i++) OrderFloor.pause();
            assertThat(asking()).isEqualTo(most);
            var turnedAway = ask("flood.customer.example", "flood");
            assertThat(turnedAway.status()).isEqualTo(503);
            assertThat(turnedAway.header("Retry-After")).isEqualTo("5");
            assertThat(asking()).isEqualTo(most);
            held.rollback();
        } finally {
            for (var socket : waiting) socket.close();
        }
        for (int i = 0; i < TRIES && ask("flood.customer.example", "flood").status() == 503; i++) OrderFloor.pause();
        assertThat(ask("flood.customer.example", "flood").status()).isEqualTo(404);
    }

    private static int asking() {
        return Integer.parseInt(Rows.one("""
                select count(*) from pg_locks
                where relation = 'platform.acme_challenge'::regclass and not granted and mode = 'AccessShareLock'
                """));
    }

    private static Wire.Answer ask(String host, String token) {
        return Wire.bare("GET", PATH + token).header("Host", host).send();
    }
}

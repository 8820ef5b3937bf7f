package app.lienzo.acme;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Several authorities, and what each of them is like.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuthorityChoiceTest {
    private static final String KEY = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

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
    @DisplayName("ACME 01: half of all nonces refused is only slow")
    void half_of_the_nonces() throws Exception {
        try (var picky = AcmeServer.start(
                Path.of("target", "test-pebble", "picky"), Pebble.setup().with("PEBBLE_WFE_NONCEREJECT", "50"))) {
            floor.at(picky);
            floor.until(floor.worker(), floor.wanted(), AcmeState.LIVE);
        }
    }

    @Test
    @DisplayName(
            "ACME 22: when the first authority is down the next one issues, under its external account; without that it says what is missing")
    void the_next_one() throws Exception {
        try (var bound = AcmeServer.start(
                        Path.of("target", "test-pebble", "bound"),
                        Pebble.setup().bound("kid-1", KEY));
                var down = FaultyAuthority.before(Pebble.authority())) {
            down.always(Kind.DIRECTORY, new Fault.Unheard());
            floor.at(down.directory(), Pebble.authority())
                    .with("authorities.second.directory", bound.directory())
                    .with("authorities.second.trust", bound.trust().toString());
            var host = floor.wanted();
            var waits = floor.until(floor.worker(), host, AcmeState.BACKOFF);
            assertThat(waits.reason()).isEqualTo("account-refused");
            assertThat(waits.authority()).isEqualTo("second");

            floor.with("authorities.second.eab-kid", "kid-1").with("authorities.second.eab-key", KEY);
            floor.clock.set(waits.nextActionAt());
            var live = floor.until(floor.worker(), host, AcmeState.LIVE);
            assertThat(live.authority()).isEqualTo("second");
            assertThat(live.history().stream().map(AcmeEvent::reason)).contains("authority-unreachable");
        }
    }

    @Test
    @DisplayName("ACME 05: an authority that the domain's CAA records do not allow is not asked")
    void caa() {
        floor.with("caa", "first.example");
        var host = floor.wanted();
        Preflight others = _ -> new Readiness.Ready(List.of("others.example"));
        var waits = floor.until(floor.worker("one", others), host, AcmeState.BACKOFF);
        assertThat(waits.reason()).isEqualTo("caa-forbids");
        assertThat(waits.attempts()).isZero();
        floor.clock.set(waits.nextActionAt());
        Preflight ours = _ -> new Readiness.Ready(List.of("others.example", "first.example"));
        floor.until(floor.worker("one", ours), host, AcmeState.LIVE);
    }

    @Test
    @DisplayName("BY-5: a host that is not ready costs no order, and what is never ready waits for a person")
    void not_ready() {
        var host = floor.wanted();
        Preflight notYet = _ -> new Readiness.NotReady("host-elsewhere", Duration.ofMinutes(3));
        var waits = floor.until(floor.worker("one", notYet), host, AcmeState.BACKOFF);
        assertThat(waits.reason()).isEqualTo("host-elsewhere");
        assertThat(waits.nextActionAt()).isEqualTo(floor.clock.instant().plus(Duration.ofMinutes(3)));
        floor.clock.advance(Duration.ofMinutes(3));
        Preflight never = _ -> new Readiness.Never("host-ours");
        var blocked = floor.until(floor.worker("one", never), host, AcmeState.BLOCKED);
        assertThat(blocked.nextActionAt()).isNull();
        assertThat(Rows.list("select 1 from platform.acme_attempt")).isEmpty();
    }

    @Test
    @DisplayName("ACME 23: a chain of three and alternate roots are kept as they are given")
    void long_chains() throws Exception {
        try (var server = AcmeServer.start(
                Path.of("target", "test-pebble", "chain"),
                Pebble.setup().with("PEBBLE_CHAIN_LENGTH", "3").with("PEBBLE_ALTERNATE_ROOTS", "2"))) {
            floor.at(server);
            var host = floor.wanted();
            floor.until(floor.worker(), host, AcmeState.LIVE);
            var chain = floor.inScope(() -> floor.certificates.chain(
                    floor.certificates.serving(host).orElseThrow().id()));
            assertThat(chain).hasSizeGreaterThanOrEqualTo(3);
            for (int i = 0; i + 1 < chain.size(); i++)
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            chain.getLast().verify(server.root().getPublicKey());
        }
    }

    @Test
    @DisplayName("T03: the account's key and the keys of orders are sealed in the database")
    void sealed_keys() {
        var host = floor.wanted();
        floor.until(floor.worker(), host, AcmeState.LIVE);
        assertThat(Rows.list("select encode(sealed_key, 'hex') from platform.acme_account"))
                .isNotEmpty()
                // A key in clear has the name of its curve in it.
                .noneMatch(key -> key.contains("2a8648ce3d030107"));
        assertThat(Rows.one("select sealed_key is null from platform.acme_order where host = ?", host))
                .as("and gone when they are no longer needed")
                .isEqualTo("t");
    }
}

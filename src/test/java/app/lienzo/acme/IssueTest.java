package app.lienzo.acme;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Pebble;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// From a wish to a certificate, against a real authority.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IssueTest {
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
            "BY-5: a host that is wanted gets a certificate, whose key never was in clear, and its history says how")
    void a_wanted_host_gets_a_certificate() throws Exception {
        var host = floor.wanted();
        var live = floor.until(floor.worker(), host, AcmeState.LIVE);

        var leaf = floor.leaf(host);
        assertThat(leaf.getSubjectAlternativeNames().toString()).contains(host);
        assertThat(live.history().stream().map(AcmeEvent::state).toList().reversed())
                .containsExactly(AcmeState.ORDERED, AcmeState.CHALLENGED, AcmeState.FINALIZING, AcmeState.LIVE);
        assertThat(live.authority()).isEqualTo("default");
        assertThat(Pebble.authority().status(leaf.getSerialNumber())).contains("Valid");
    }
}

package app.lienzo.domains;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.domains.Reachability.Reach;
import app.lienzo.tenancy.StrictOutbound;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachabilityTest {
    @ParameterizedTest
    @DisplayName("M11, failure mode 38: a name that leads into our own network is not called, whatever stands there")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "192.168.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "::",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::"
            })
    void addresses_inside_are_not_called(String address) throws IOException {
        var calls = new AtomicInteger();
        try (var inside = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                while (!inside.isClosed()) {
                    try (var _ = inside.accept()) {
                        calls.incrementAndGet();
                    } catch (IOException _) {
                        return;
                    }
                }
            });
            var rules = new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withMapping(DomainConfig.class)
                    .withDefaultValue("lienzo.domains.http-port", Integer.toString(inside.getLocalPort()))
                    .build()
                    .getConfigMapping(DomainConfig.class);
            var reachability = new Reachability(StrictOutbound.guard(), new SelfCheck("secret"), rules);
            assertThat(reachability.of("help.acme.com", address)).isEqualTo(Reach.UNASKED);
        }
        assertThat(calls).hasValue(0);
    }
}

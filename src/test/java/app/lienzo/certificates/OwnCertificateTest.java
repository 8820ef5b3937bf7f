package app.lienzo.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Authority;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The certificate that an operator keeps in files.
class OwnCertificateTest {
    private static final Authority CA = Authority.ONE;

    @TempDir
    Path folder;

    private int writes;

    @Test
    @DisplayName("TLS 26: new files are taken up while it runs; a pair that does not fit leaves the one before")
    void files_are_read_again_when_they_change() throws IOException {
        var first = CA.issue("support.example", "*.support.example");
        write(first.chainPem(), first.keyPem());
        var own = own();
        assertThat(shown(own)).isEqualTo(first.leaf());
        assertThat(own.covers("support.example")).isTrue();
        assertThat(own.covers("acme.support.example")).isTrue();
        assertThat(own.covers("a.b.support.example")).isFalse();
        assertThat(own.covers("example")).isFalse();
        var second = CA.issue("other.example");
        write(second.chainPem(), first.keyPem());
        write("nonsense", "nonsense");
        assertThat(shown(own)).isEqualTo(first.leaf());
        write(second.chainPem(), second.keyPem());
        await(() -> second.leaf().equals(shown(own)));
        assertThat(own.covers("acme.support.example")).isFalse();
        own.stop(null);
    }

    @Test
    @DisplayName(
            "TLS 26: without files there is none, and files that are missing do not keep the product from starting")
    void without_files_there_is_none() {
        var own = own();
        assertThat(own.current()).isNull();
        assertThat(own.covers("support.example")).isFalse();
        own.stop(null);
        assertThat(new OwnCertificate(config("lienzo.certificates.poll", "1s")).current())
                .isNull();
    }

    private OwnCertificate own() {
        return new OwnCertificate(config(
                "lienzo.certificates.own-certificate",
                folder.resolve("chain.pem").toString(),
                "lienzo.certificates.own-key",
                folder.resolve("key.pem").toString(),
                "lienzo.certificates.poll",
                "20ms"));
    }

    private static CertificateConfig config(String... settings) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(CertificateConfig.class)
                .withConverter(
                        io.quarkus.runtime.configuration.MemorySize.class,
                        100,
                        new io.quarkus.runtime.configuration.MemorySizeConverter())
                .withConverter(Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter());
        for (int i = 0; i < settings.length; i += 2) builder.withDefaultValue(settings[i], settings[i + 1]);
        return builder.build().getConfigMapping(CertificateConfig.class);
    }

    private static java.security.cert.@Nullable X509Certificate shown(OwnCertificate own) {
        var current = own.current();
        return current == null ? null : current.chain().getFirst();
    }

    /// With times of their own: two writes within one tick of the clock look alike.
    private void write(String chain, String key) throws IOException {
        var at = FileTime.from(Instant.now().plusSeconds(++writes));
        Files.setLastModifiedTime(Files.writeString(folder.resolve("chain.pem"), chain), at);
        Files.setLastModifiedTime(Files.writeString(folder.resolve("key.pem"), key), at);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("Not in time");
            LockSupport.parkNanos(5_000_000);
        }
    }
}

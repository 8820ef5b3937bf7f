package app.lienzo.domains;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.certificates.CertificateSource;
import app.lienzo.certificates.CertificateView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyDomainsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @DisplayName(
            "N03, BY-5: a certificate's end is told at a third, a fifth and a twentieth of its life, whatever its length")
    @CsvSource({
        "UPLOADED, 90, 59, 0",
        "UPLOADED, 90, 61, 1",
        "UPLOADED, 90, 73, 2",
        "UPLOADED, 90, 86, 3",
        "UPLOADED, 90, 95, 3",
        "UPLOADED, 6, 5, 2",
        "ACME, 90, 61, 0",
        "ACME, 90, 73, 2",
        "ACME, 45, 44, 3"
    })
    void warnings_follow_the_life(CertificateSource source, int life, int day, int warning) {
        var certificate = new CertificateView(
                UUID.randomUUID(), "help.acme.com", source, "CA", "1", BEGIN, BEGIN.plus(Duration.ofDays(life)));
        assertThat(TidyDomains.warning(certificate, BEGIN.plus(Duration.ofDays(day))))
                .isEqualTo(warning);
    }
}

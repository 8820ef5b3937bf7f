package app.lienzo.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    /// The key of RFC 6238, appendix B.
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    @DisplayName("RFC 6238, appendix B: the codes are the last six digits of the vectors")
    void codes_are_those_of_the_standard(long second, String vector) {
        assertThat(OneTimeCodes.code(SECRET, second / 30)).isEqualTo(vector.substring(2));
        assertThat(OneTimeCodes.step(SECRET, vector.substring(2), Instant.ofEpochSecond(second), 0))
                .hasValue(second / 30);
    }

    @Test
    void a_clock_may_differ_by_one_step_and_no_more() {
        var now = Instant.ofEpochSecond(2_000_000_000L);
        long step = now.getEpochSecond() / 30;
        for (long near : new long[] {step - 1, step, step + 1})
            assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, near), now, 0))
                    .hasValue(near);
        for (long far : new long[] {step - 2, step + 2, 0})
            assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, far), now, 0))
                    .isEmpty();
    }

    @Test
    @DisplayName("RFC 6238, section 5.2: a step that was accepted, and every older one, is accepted no more")
    void a_step_counts_once() {
        var now = Instant.ofEpochSecond(2_000_000_000L);
        long step = now.getEpochSecond() / 30;
        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, step), now, step))
                .isEmpty();
        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, step - 1), now, step))
                .isEmpty();
        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, step + 1), now, step))
                .hasValue(step + 1);
    }

    @Test
    void digits_are_those_of_the_standard_whatever_the_machine_speaks() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(OneTimeCodes.code(SECRET, 1)).isEqualTo("287082");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_recovery_code_is_understood_however_it_is_typed() {
        assertThat(RecoveryCodes.normalised(" ab1o-CD2i–ef3l ")).isEqualTo("AB10CD21EF31");
    }

    @Test
    void an_app_reads_whose_account_it_is() {
        assertThat(SetUp.of(SECRET, "Café: Ñandú & Co", "ana@x").uri())
                .isEqualTo(
                        "otpauth://totp/Caf%C3%A9%20%20%C3%91and%C3%BA%20%26%20Co:ana%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Caf%C3%A9%20%20%C3%91and%C3%BA%20%26%20Co&algorithm=SHA1&digits=6&period=30");
        assertThat(SetUp.of(SECRET, "x", "y").typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}

package app.lienzo.secondfactor;

import app.lienzo.kernel.Secrets;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time codes as every app makes them (RFC 6238): SHA-1, six digits, steps of 30 seconds; the step
/// before and the one after are accepted, because clocks differ.
final class OneTimeCodes {
    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;
    static final Duration STEP = TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP;
    private static final int TOLERANCE = 1;
    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private OneTimeCodes() {}

    /// Which step's code it is.
    ///
    /// @param after codes of this step and older ones are worth nothing any more
    static OptionalLong step(byte[] secret, String code, Instant now, long after) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (Secrets.same(code(secret, step), code) && step > after) found = OptionalLong.of(step);
        }
        return found;
    }

    static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}

package app.lienzo.secondfactor;

import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;

/// Somebody's app for one-time codes.
public record Phone(String secret) {
    private static final Pattern SHOWN = Pattern.compile("id=\"secret\"[^>]*data-value=\"([A-Z2-7]{32})\"");

    /// Set up from the page that shows the secret.
    public static Phone setUp(String page) {
        var shown = SHOWN.matcher(page);
        if (!shown.find()) throw new AssertionError("No secret on the page: " + page);
        return new Phone(shown.group(1));
    }

    public String code() {
        return code(0);
    }

    /// @param steps 1 for the code that comes next, which is accepted already
    public String code(int steps) {
        return OneTimeCodes.code(
                new Base32().decode(secret), Instant.now().getEpochSecond() / OneTimeCodes.STEP.toSeconds() + steps);
    }
}

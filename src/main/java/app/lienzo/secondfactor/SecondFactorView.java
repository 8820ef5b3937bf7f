package app.lienzo.secondfactor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member's second factor as he sees it.
///
/// @param onSince null when it is off
/// @param codesLeft recovery codes not used yet
public record SecondFactorView(@Nullable Instant onSince, int codesLeft) {
    private static final int FEW = 3;

    static final SecondFactorView NONE = new SecondFactorView(null, 0);

    public boolean on() {
        return onSince != null;
    }

    /// Whether it is time for new ones.
    public boolean fewCodes() {
        return codesLeft <= FEW;
    }
}

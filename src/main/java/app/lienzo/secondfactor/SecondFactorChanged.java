package app.lienzo.secondfactor;

import java.util.UUID;

/// Somebody's second factor is not what it was.
///
/// @param left how many recovery codes he has now
public record SecondFactorChanged(UUID member, Change change, int left) {
    public enum Change {
        /// Set up; the member had none.
        ON,
        /// Set up anew, with another app or telephone.
        REPLACED,
        OFF,
        /// Taken off by somebody who administers.
        RESET,
        /// New recovery codes: the old ones are worth nothing.
        CODES_RENEWED,
        CODE_USED
    }
}

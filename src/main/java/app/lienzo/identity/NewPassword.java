package app.lienzo.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A new password as it was typed twice, never taken to pieces, trimmed or folded.
public record NewPassword(String password, String repeat) {
    public static NewPassword of(@Nullable String password, @Nullable String repeat) {
        return new NewPassword(password == null ? "" : password, repeat == null ? "" : repeat);
    }

    public Faults faults() {
        var missing = List.copyOf(PasswordRule.missing(password));
        return new Faults(null, null, null, missing, missing.isEmpty() && !password.equals(repeat));
    }

    /// What stands beside the fields.
    ///
    /// @param userName what is wrong with it; null for nothing
    /// @param current what is wrong with the current password
    /// @param password what is wrong with the new one beside what it lacks
    /// @param missing what it lacks, in the order of the rule
    /// @param unequal whether the two differ
    public record Faults(
            @Nullable String userName,
            @Nullable String current,
            @Nullable String password,
            List<PasswordRule.Missing> missing,
            boolean unequal) {
        public static final Faults NONE = new Faults(null, null, null, List.of(), false);

        public Faults ofUserName(String words) {
            return new Faults(words, current, password, missing, unequal);
        }

        public Faults ofCurrent(String words) {
            return new Faults(userName, words, password, missing, unequal);
        }

        public Faults ofPassword(String words) {
            return new Faults(userName, current, words, missing, unequal);
        }

        public boolean none() {
            return equals(NONE);
        }

        /// For templates.
        public boolean isWeak() {
            return password != null || !missing.isEmpty();
        }
    }
}

package app.lienzo.spaces;

import app.lienzo.identity.SignedIn;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Port: says what speaks against letting customers' people into spaces right now. It is only a warning: whoever
/// confirms
/// that he read it lets them in.
public interface InvitationGuard {
    /// @param text the reason, in the reader's language
    /// @param path where something can be done about it; null for a reader who may not
    /// @param link what leads there, or whom to ask instead
    record Warning(String text, @Nullable String path, String link) {}

    /// Nothing when nothing speaks against it. Asked for the organization in scope.
    Optional<Warning> warning(SignedIn reader, Locale language);

    /// Somebody read the warning and lets this member in all the same; in the transaction in which he comes in.
    void overridden(SignedIn by, UUID member);
}

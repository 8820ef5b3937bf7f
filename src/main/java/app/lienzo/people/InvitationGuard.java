package app.lienzo.people;

import app.lienzo.identity.SignedIn;
import java.util.Locale;
import java.util.Optional;

/// Port: says what speaks against inviting customers' people right now. It is only a warning: whoever confirms that he
/// read it invites.
public interface InvitationGuard {
    /// @param text the reason, in the reader's language
    /// @param path where something can be done about it
    /// @param link what leads there
    record Warning(String text, String path, String link) {}

    /// Nothing when nothing speaks against it. Asked for the organization in scope.
    Optional<Warning> warning(Locale language);

    /// Somebody read the warning and invites all the same; inside a transaction.
    void overridden(SignedIn by);
}

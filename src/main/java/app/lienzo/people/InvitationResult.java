package app.lienzo.people;

import app.lienzo.identity.MemberView;
import org.jspecify.annotations.Nullable;

/// What became of one pasted address.
///
/// @param typed as it was pasted
/// @param member who was invited; null otherwise
public record InvitationResult(
        String typed, Outcome outcome, @Nullable MemberView member) {
    public enum Outcome {
        INVITED,
        /// Somebody has the address already; nothing was sent.
        PRESENT,
        /// It is no address.
        INVALID
    }
}

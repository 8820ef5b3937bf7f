package app.lienzo.identity;

import java.util.Optional;

/// Port: something that has to be passed between the first proof and a session that counts: a second
/// factor, a password to be changed. Until then the session opens nothing but that page.
public interface SignInStep {
    /// The page's local path, or nothing when this member has nothing to pass (any more).
    ///
    /// @param session the sign-in under way: a step remembers by it what was already passed
    Optional<String> pageAfter(MemberView member, SignInMethod method, java.util.UUID session);

    /// Smaller comes first.
    int position();
}

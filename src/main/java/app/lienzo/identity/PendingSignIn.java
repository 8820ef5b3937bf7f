package app.lienzo.identity;

import java.util.UUID;

/// Somebody who proved who he is and has a step to pass.
///
/// @param page local path of the step
public record PendingSignIn(UUID session, MemberView member, SignInMethod method, String page) {}

package app.lienzo.portalaccess;

import java.util.UUID;

/// A sign-in under way: the password that somebody else gave was right and has to be changed.
///
/// @param email what he is known by, for his password manager
public record PendingPortalSignIn(UUID session, UUID contact, UUID space, String email) {}

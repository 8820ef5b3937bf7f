package app.lienzo.identity;

import java.util.UUID;

/// A password was set or changed, by whatever way.
///
/// @param first whether the member had none before
public record PasswordChanged(UUID member, boolean first) {}

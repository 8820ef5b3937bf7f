package app.lienzo.identity;

import java.util.UUID;

/// An account was made.
public record MemberAdded(UUID member) {}

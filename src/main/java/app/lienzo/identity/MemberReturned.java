package app.lienzo.identity;

import java.util.UUID;

/// A deactivated account is active again.
public record MemberReturned(UUID member) {}

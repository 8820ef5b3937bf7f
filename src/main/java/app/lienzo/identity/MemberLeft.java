package app.lienzo.identity;

import java.util.UUID;

/// An account was taken out of use: deactivated for now, or removed for good. What the member had in hand
/// belongs to others from here on.
public record MemberLeft(UUID member, boolean removed) {}

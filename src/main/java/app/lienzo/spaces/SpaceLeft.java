package app.lienzo.spaces;

import java.util.UUID;

/// A member was taken out of a space: what he had in hand there belongs to others from here on.
public record SpaceLeft(UUID space, UUID member) {}

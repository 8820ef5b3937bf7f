package app.lienzo.spaces;

import java.util.UUID;

/// A space as its members see it.
public record SpaceView(UUID id, String slug, String name) {}

package app.lienzo.branding;

import java.time.Instant;

/// The organization at hand looks different from now on.
public record BrandPublished(Instant at) {}

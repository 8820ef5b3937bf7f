package app.lienzo.branding;

import app.lienzo.audit.Actor;
import java.time.Instant;

/// The organization at hand looks different from now on.
///
/// @param brand what it looks like, made safe
public record BrandPublished(Instant at, BrandDraft brand, Actor by) {}

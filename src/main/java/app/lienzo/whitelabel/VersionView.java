package app.lienzo.whitelabel;

import app.lienzo.branding.BrandDraft;
import java.time.Instant;

/// What the organization looked like from a moment on.
///
/// @param number rises by one with each publication
/// @param current whether it still looks like this
public record VersionView(int number, BrandDraft brand, String publishedBy, Instant publishedAt, boolean current) {}

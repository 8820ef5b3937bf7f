package app.lienzo.branding;

import org.jspecify.annotations.Nullable;

/// Whom people turn to, and what they may read about it.
///
/// @param helpUrl `http`, `https` or `mailto`, like the other links
/// @param imprintUrl who is behind it, where the law asks for that
public record BrandContact(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String helpUrl,
        @Nullable String privacyUrl,
        @Nullable String termsUrl,
        @Nullable String imprintUrl) {
    public static final BrandContact NONE = new BrandContact(null, null, null, null, null, null);
}

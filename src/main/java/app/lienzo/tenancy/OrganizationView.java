package app.lienzo.tenancy;

import org.jspecify.annotations.Nullable;

/// An organization (the tenant) as everybody may read it.
///
/// @param id short, opaque, never reused; first column of every tenant table's primary key
/// @param slug its name in `<slug>.<platform host>`
/// @param language default language, `es`, `en` or `pt`
/// @param timeZone an IANA zone; null when nobody has said where it is
public record OrganizationView(
        String id,
        String slug,
        String name,
        Plan plan,
        String language,
        Vocabulary vocabulary,
        @Nullable String timeZone) {
    static final String PLATFORM = "platform";

    /// Whether it is the platform itself, whose members are the operators.
    public boolean platform() {
        return id.equals(PLATFORM);
    }
}

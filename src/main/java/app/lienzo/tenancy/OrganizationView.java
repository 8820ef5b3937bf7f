package app.lienzo.tenancy;

/// An organization (the tenant) as everybody may read it.
///
/// @param id short, opaque, never reused; first column of every tenant table's primary key
/// @param slug its name in `<slug>.<platform host>`
/// @param language default language, `es`, `en` or `pt`
public record OrganizationView(String id, String slug, String name, Plan plan, String language, Vocabulary vocabulary) {
    static final String PLATFORM = "platform";

    /// Whether it is the platform itself, whose members are the operators.
    public boolean platform() {
        return id.equals(PLATFORM);
    }
}

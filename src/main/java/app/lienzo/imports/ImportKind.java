package app.lienzo.imports;

/// What comes in, and from where.
public enum ImportKind {
    CONTACTS,
    COMPANIES,
    /// Contacts from a directory.
    DIRECTORY;

    public boolean ofContacts() {
        return this != COMPANIES;
    }
}

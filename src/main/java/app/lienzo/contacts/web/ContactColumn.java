package app.lienzo.contacts.web;

import java.util.List;
import java.util.Locale;

/// What the list can show of a contact beside his name.
public enum ContactColumn {
    COMPANY,
    PHONE,
    TITLE,
    TAGS,
    LANGUAGE,
    SOURCE,
    SEEN,
    CREATED;

    static final List<ContactColumn> USUAL = List.of(COMPANY, PHONE, TAGS, SEEN);

    /// As it stands in an address.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

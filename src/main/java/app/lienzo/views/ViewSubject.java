package app.lienzo.views;

import app.lienzo.identity.Permission;

/// What a saved list lists.
public enum ViewSubject {
    TICKETS("/tickets", Permission.TICKETS_WORK, Permission.TICKETS_MANAGE),
    CONTACTS("/contacts", Permission.CONTACTS_WORK, Permission.CONTACTS_MANAGE),
    COMPANIES("/companies", Permission.CONTACTS_WORK, Permission.CONTACTS_MANAGE);

    private final String path;
    private final Permission seeing;
    private final Permission sharing;

    ViewSubject(String path, Permission seeing, Permission sharing) {
        this.path = path;
        this.seeing = seeing;
        this.sharing = sharing;
    }

    /// Where its list is.
    public String path() {
        return path;
    }

    /// What it takes to have views of it.
    public Permission seeing() {
        return seeing;
    }

    /// What it takes, in a space, to share one with its people.
    public Permission sharing() {
        return sharing;
    }
}

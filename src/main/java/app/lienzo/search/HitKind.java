package app.lienzo.search;

/// What can be found.
public enum HitKind {
    TICKET("/tickets/", "ticket"),
    CONVERSATION("/console/conversations/", "message-circle"),
    CONTACT("/contacts/", "user"),
    COMPANY("/companies/", "building");

    private final String path;
    private final String icon;

    HitKind(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    /// Where its pages begin; its id follows.
    public String path() {
        return path;
    }

    /// Name of its picture in the icon font, without `ti-`.
    public String icon() {
        return icon;
    }
}

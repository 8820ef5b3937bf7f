package app.lienzo.contacts;

/// By which way a contact came.
public enum ContactSource {
    CHAT,
    FORM,
    PORTAL,
    API,
    CSV,
    DIRECTORY,
    EMAIL
}

package app.lienzo.mail;

/// A mail as it is read: the same words twice.
///
/// @param html refers to pictures as `cid:logo` and `cid:logo-dark`
public record Sheet(String subject, String html, String text) {
    static final String LOGO = "logo";
    static final String LOGO_DARK = "logo-dark";
}

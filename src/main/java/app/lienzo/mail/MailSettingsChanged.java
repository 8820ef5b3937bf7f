package app.lienzo.mail;

/// Mails of the organization at hand go out in another way from now on, perhaps from another address.
public record MailSettingsChanged() {}

package app.lienzo.mail;

import org.jspecify.annotations.Nullable;

/// How mails of the organization go out, without the secrets.
///
/// @param from its own sender; null when it has none
/// @param host its own server; null when mails go through the installation's
/// @param sender the address that mails carry now
/// @param ready whether there is any server, or a mailbox for trying out in its place
/// @param signature null when no key was made
public record MailSettingsView(
        @Nullable String from,
        @Nullable String host,
        int port,
        RelaySecurity security,
        @Nullable String user,
        boolean passwordStored,
        String sender,
        boolean ready,
        @Nullable Signature signature) {

    /// @param record name of the DNS record
    /// @param value of the record, of type TXT
    public record Signature(boolean on, String record, String value) {}
}

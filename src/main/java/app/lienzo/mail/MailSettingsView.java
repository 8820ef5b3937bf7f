package app.lienzo.mail;

import org.jspecify.annotations.Nullable;

/// How mails of the organization go out, without the secrets.
///
/// @param from its own sender; null when it has none
/// @param replyTo where it wants answers; null for the brand's support address
/// @param host its own server; null when mails go through the installation's
/// @param sender the address that mails carry now
/// @param fallback whether that is the installation's, because the own one is not proved
/// @param answers where answers go now; null for the sender
/// @param ready whether there is any server, or a mailbox for trying out in its place
public record MailSettingsView(
        @Nullable String from,
        @Nullable String replyTo,
        @Nullable String host,
        int port,
        RelaySecurity security,
        @Nullable String user,
        boolean passwordStored,
        String sender,
        boolean fallback,
        @Nullable String answers,
        boolean ready) {}

package app.lienzo.mail;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.Hosts;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mail server and a sender as somebody wrote them; empty texts for what he left out.
///
/// @param password empty to keep the one that is stored
public record MailServerDraft(
        String from, String replyTo, String host, int port, RelaySecurity security, String user, String password) {
    private static final int USER_MAX = 320;
    private static final int PASSWORD_MAX = 500;
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

    /// @param kept the settings that there are now
    /// @throws Refused `mail-address-invalid`, `mail-reply-to-invalid`, `mail-server-invalid`,
    ///     `mail-port-invalid` or `mail-password-missing`
    MailSettings.Row checked(MailSettings.Row kept) {
        var sender = from.isBlank() ? null : address();
        if (!replyTo.isBlank() && answers() == null) throw Refused.invalid("mail-reply-to-invalid");
        if (host.isBlank()) return row(sender, null, kept, null, null);
        var server = host.strip();
        if (server.contains(":")
                || (!IPV4.matcher(server).matches() && Hosts.normalise(server).isEmpty()))
            throw Refused.invalid("mail-server-invalid");
        if (port < 1 || port > 65_535) throw Refused.invalid("mail-port-invalid");
        var name = SafeText.line(user, USER_MAX);
        return row(sender, Hosts.normalise(server).orElse(server), kept, name.isEmpty() ? null : name, password);
    }

    private String address() {
        return EmailAddress.read(from).orElseThrow(() -> Refused.invalid("mail-address-invalid"));
    }

    private @Nullable String answers() {
        return EmailAddress.read(replyTo).orElse(null);
    }

    private MailSettings.Row row(
            @Nullable String sender,
            @Nullable String server,
            MailSettings.Row kept,
            @Nullable String name,
            @Nullable String typed) {
        return new MailSettings.Row(
                sender,
                answers(),
                server,
                port,
                security,
                name,
                name == null ? null : password(typed == null ? "" : typed, server, name, kept));
    }

    /// The stored one goes to nobody but the server and user it was stored for.
    private static String password(String typed, @Nullable String server, String name, MailSettings.Row kept) {
        if (typed.length() > PASSWORD_MAX || typed.chars().anyMatch(Character::isISOControl))
            throw Refused.invalid("mail-password-missing");
        if (!typed.isEmpty()) return typed;
        if (kept.password() == null || !name.equals(kept.user()) || server == null || !server.equals(kept.host()))
            throw Refused.invalid("mail-password-missing");
        return kept.password();
    }
}

package app.lienzo.mail.web;

import app.lienzo.mail.MailServerDraft;
import app.lienzo.mail.MailSettingsView;
import app.lienzo.mail.RelaySecurity;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What a member types about the organization's mail server.
///
/// @param password never sent back to the page
public record MailServerForm(
        @RestForm @Nullable String from,
        @RestForm @Nullable String replyTo,
        @RestForm @Nullable String host,
        @RestForm @Nullable String port,
        @RestForm @Nullable String security,
        @RestForm @Nullable String user,
        @RestForm @Nullable String password) {
    private static final int PORT_LENGTH_MAX = 5;

    static MailServerForm of(MailSettingsView settings) {
        return new MailServerForm(
                settings.from(),
                settings.replyTo(),
                settings.host(),
                Integer.toString(settings.port()),
                settings.security().name(),
                settings.user(),
                null);
    }

    MailServerDraft draft() {
        return new MailServerDraft(
                text(from), text(replyTo), text(host), number(), protection(), text(user), text(password));
    }

    private int number() {
        var digits = text(port).strip();
        return digits.matches("[0-9]{1," + PORT_LENGTH_MAX + "}") ? Integer.parseInt(digits) : 0;
    }

    private RelaySecurity protection() {
        return Arrays.stream(RelaySecurity.values())
                .filter(known -> known.name().equals(security))
                .findFirst()
                .orElse(RelaySecurity.STARTTLS);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

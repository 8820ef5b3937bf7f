package app.lienzo.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The mail that somebody sends to himself to see whether mails arrive.
@ApplicationScoped
class ServerCheck implements MailKind {
    static final String NAME = "mail-check";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> values() {
        return List.of("name", "server", "link");
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return Map.of("name", "Ana Pérez", "server", "smtp.example.com", "link", "/organization/mail");
    }
}

package app.lienzo.setup;

import app.lienzo.mail.MailKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The letter about open steps, to each Owner.
@Singleton
class SetupMail implements MailKind {
    static final String NAME = "setup-reminder";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> values() {
        return List.of("name", "done", "all", "next", "link");
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return Map.of(
                "name", "Mara Ruiz", "done", "3", "all", "6", "next", "help.acme.com", "link", "/organization/setup");
    }
}

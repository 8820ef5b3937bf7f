package app.lienzo.operators;

import app.lienzo.mail.MailKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The letter to each Owner when a visit of the support begins.
@Singleton
class VisitMail implements MailKind {
    static final String NAME = "operators-visit";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> values() {
        return List.of("name", "member", "reason", "until", "link");
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return Map.of(
                "name", "Mara Ruiz",
                "member", "Iria Paz",
                "reason", "4711",
                "until", "12:30 (UTC)",
                "link", VisitingService.VISITS);
    }
}

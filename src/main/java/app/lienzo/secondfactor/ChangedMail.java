package app.lienzo.secondfactor;

import app.lienzo.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The notice that somebody's second factor is not what it was: whoever did not do it learns it this way.
@ApplicationScoped
class ChangedMail implements MailKind {
    static final String NAME = "secondfactor-changed";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> values() {
        return List.of("name", "what", "link");
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return Map.of(
                "name",
                "Ana Pérez",
                "what",
                OnSecondFactorChanged.words(SecondFactorChanged.Change.ON, 0, language),
                "link",
                SecondFactorService.PROFILE_PAGE);
    }
}

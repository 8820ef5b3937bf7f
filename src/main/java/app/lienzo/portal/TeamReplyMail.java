package app.lienzo.portal;

import app.lienzo.mail.MailKind;
import app.lienzo.ui.Words;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells a customer that the team answered his ticket. What the editor shows in place of the values lies in the words
/// `portal`, as `sample-…`.
@Singleton
class TeamReplyMail implements MailKind {
    static final String NAME = "portal-team-reply";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> values() {
        return List.of("name", "space", "portal", "number", "subject", "reply", "link");
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return values().stream()
                .collect(Collectors.toMap(
                        value -> value,
                        value -> MailKind.isLink(value)
                                ? "/portal/principal/tickets/1042"
                                : Words.text("portal", language, "sample-" + value)));
    }
}

package app.lienzo.operators;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/// What operators say to the Owners of all organizations.
///
/// @param es in Spanish; empty when nobody wrote it
/// @param operator who wrote it
public record AnnouncementView(
        UUID id, String es, String en, String pt, Instant beginsAt, Instant endsAt, String operator) {
    /// In the language of the reader, or the first there is.
    public String text(Locale language) {
        var own = switch (language.getLanguage()) {
            case "en" -> en;
            case "pt" -> pt;
            default -> es;
        };
        return Stream.of(own, es, en, pt)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    public boolean over(Instant now) {
        return !now.isBefore(endsAt);
    }
}

package app.lienzo.channels.web;

import app.lienzo.channels.LiveChatSettings;
import app.lienzo.channels.Texts;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What a member types about a live chat.
///
/// @param origins one a line
public record LiveChatForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String origins,
        @RestForm @Nullable String greetingEs,
        @RestForm @Nullable String greetingEn,
        @RestForm @Nullable String greetingPt,
        @RestForm @Nullable String hoursEs,
        @RestForm @Nullable String hoursEn,
        @RestForm @Nullable String hoursPt,
        @RestForm @Nullable String hours,
        @RestForm @Nullable String zone) {

    static LiveChatForm of(LiveChatSettings settings) {
        return new LiveChatForm(
                settings.name(),
                String.join("\n", settings.origins()),
                settings.greeting().es(),
                settings.greeting().en(),
                settings.greeting().pt(),
                settings.hoursText().es(),
                settings.hoursText().en(),
                settings.hoursText().pt(),
                settings.hours(),
                settings.zone());
    }

    LiveChatSettings settings() {
        return new LiveChatSettings(
                text(name),
                lines(text(origins)),
                new Texts(text(greetingEs), text(greetingEn), text(greetingPt)),
                new Texts(text(hoursEs), text(hoursEn), text(hoursPt)),
                text(hours),
                text(zone).isBlank() ? "UTC" : text(zone).strip());
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

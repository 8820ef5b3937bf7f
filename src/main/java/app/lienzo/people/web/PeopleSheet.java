package app.lienzo.people.web;

import app.lienzo.people.Person;
import app.lienzo.ui.CsvSheet;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// People as a table for spreadsheet programs.
@ApplicationScoped
class PeopleSheet {
    byte[] of(List<Person> people, Locale language) {
        var words = MessageBundles.get(PeopleMessages.class, Localized.Literal.of(language.getLanguage()));
        var sheet = new CsvSheet(List.of(
                words.name(),
                words.userName(),
                words.email(),
                words.phone(),
                words.level(),
                words.stateLabel(),
                words.spaces(),
                words.language(),
                words.timeZone(),
                words.lastSeen(),
                words.since()));
        people.forEach(person -> sheet.add(row(person, words)));
        return sheet.bytes();
    }

    private static List<String> row(Person person, PeopleMessages words) {
        var member = person.member();
        return List.of(
                member.name(),
                member.userName(),
                member.email(),
                text(member.phone()),
                words.levelName(member.role()),
                words.state(member.state()),
                person.posts().stream()
                        .map(post -> post.name() + " (" + words.postName(post.role()) + ")")
                        .collect(Collectors.joining("; ")),
                text(member.language()),
                text(member.timeZone()),
                moment(person.seenAt()),
                moment(member.createdAt()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String moment(@Nullable Instant value) {
        return value == null ? "" : value.toString();
    }
}

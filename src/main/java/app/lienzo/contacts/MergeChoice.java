package app.lienzo.contacts;

import app.lienzo.kernel.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Of two files that become one, what is taken from the one that goes. Whatever is not named stays as the kept one has
/// it, its gaps filled. Of addresses, numbers and companies all are kept; named, the other one's first comes first.
///
/// @param taken `name`, `title`, `emails`, `phones`, `companies`, `address`, `language`, `timeZone`, `notes`, and
///     `social.<network>`, `field.<key>`; one that the other file has nothing for changes nothing
public record MergeChoice(Set<String> taken) {
    public static final MergeChoice NONE = new MergeChoice(Set.of());
    public static final int TAKEN_MAX = 100;

    static final String SOCIAL = "social.";
    static final String FIELD = "field.";
    static final String TAGS = "tags";
    private static final List<String> LISTS = List.of("emails", "phones", "companies");
    private static final List<String> PLAIN =
            List.of("name", "title", "emails", "phones", "companies", "address", "language", "timeZone", TAGS, "notes");
    private static final Pattern MORE = Pattern.compile("(social|field)\\.[A-Za-z0-9_.-]{1,80}");

    /// @throws Refused `input-invalid` for what is the name of nothing
    public static MergeChoice of(Collection<String> names) {
        boolean known = names.size() <= TAKEN_MAX
                && names.stream()
                        .allMatch(name -> !name.equals(TAGS) && PLAIN.contains(name)
                                || MORE.matcher(name).matches());
        if (!known) throw Refused.invalid("input-invalid");
        return new MergeChoice(Set.copyOf(names));
    }

    /// What one file with all of it says.
    ContactDetails result(ContactDetails kept, ContactDetails other) {
        var result = kept.filledWith(other);
        for (var name : taken) if (!values(name, other).isEmpty()) result = take(result, name, other);
        return result;
    }

    /// The same of custom values.
    Map<String, Object> fields(Map<String, Object> kept, Map<String, Object> other) {
        var all = new LinkedHashMap<>(other);
        kept.forEach((key, value) -> {
            if (!taken.contains(FIELD + key) || !other.containsKey(key)) all.put(key, value);
        });
        return all;
    }

    /// All that one of two files says something about, in the order of the form.
    static List<String> names(ContactDetails one, ContactDetails other) {
        var names = new LinkedHashSet<>(PLAIN);
        for (var network : ContactDetails.NETWORKS) names.add(SOCIAL + network);
        for (var of : List.of(one, other)) of.fields().keySet().forEach(key -> names.add(FIELD + key));
        return names.stream()
                .filter(name ->
                        !values(name, one).isEmpty() || !values(name, other).isEmpty())
                .toList();
    }

    /// Whether there is something to choose.
    static boolean differ(String name, ContactDetails one, ContactDetails other) {
        var here = values(name, one);
        var there = values(name, other);
        if (here.isEmpty() || there.isEmpty() || name.equals(TAGS)) return false;
        return LISTS.contains(name) ? !here.getFirst().equals(there.getFirst()) : !here.equals(there);
    }

    /// What a file says under a name; companies by their id.
    static List<String> values(String name, ContactDetails file) {
        return switch (name) {
            case "name" -> one(file.name());
            case "title" -> one(file.title());
            case "emails" -> file.emails();
            case "phones" ->
                file.phones().stream().map(ContactDetails.Phone::number).toList();
            case "companies" ->
                file.companies().stream().map(one -> one.company().toString()).toList();
            case "address" -> file.address().lines();
            case "language" -> one(file.language());
            case "timeZone" -> one(file.timeZone());
            case TAGS -> file.tags();
            case "notes" -> one(file.notes());
            default ->
                name.startsWith(SOCIAL)
                        ? one(file.social().get(name.substring(SOCIAL.length())))
                        : one(file.fields().get(name.substring(FIELD.length())));
        };
    }

    private static ContactDetails take(ContactDetails to, String name, ContactDetails other) {
        return switch (name) {
            case "name" -> to.withName(other.name());
            case "title" -> to.withTitle(other.title());
            case "emails" -> to.withEmails(front(to.emails(), other.emails().getFirst()::equals));
            case "phones" -> {
                var first = other.phones().getFirst().number();
                yield to.withPhones(front(to.phones(), phone -> phone.number().equals(first)));
            }
            case "companies" -> {
                var first = other.companies().getFirst().company();
                yield to.withCompanies(
                        front(to.companies(), one -> one.company().equals(first)));
            }
            case "address" -> to.withAddress(other.address());
            case "language" -> to.withLanguage(other.language());
            case "timeZone" -> to.withTimeZone(other.timeZone());
            case "notes" -> to.withNotes(other.notes());
            default ->
                name.startsWith(SOCIAL)
                        ? to.withSocial(with(to.social(), other.social(), name.substring(SOCIAL.length())))
                        : to.withFields(with(to.fields(), other.fields(), name.substring(FIELD.length())));
        };
    }

    private static Map<String, String> with(Map<String, String> to, Map<String, String> other, String key) {
        var all = new LinkedHashMap<>(to);
        all.put(key, other.getOrDefault(key, ""));
        return all;
    }

    private static <T> List<T> front(List<T> all, Predicate<T> first) {
        var sorted = new ArrayList<>(all);
        sorted.removeIf(first.negate());
        all.stream().filter(first.negate()).forEach(sorted::add);
        return sorted;
    }

    private static List<String> one(@Nullable String value) {
        return Stream.ofNullable(value).filter(text -> !text.isEmpty()).toList();
    }
}

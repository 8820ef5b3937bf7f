package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactAccess;
import app.lienzo.contacts.ContactQuery;
import app.lienzo.contacts.ContactSource;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Tags;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the list is asked for; all of it stands in the address. What is not understood filters nothing, as an old
/// bookmark should.
///
/// @param group `unassigned`, `blocked` or `anonymous`; otherwise everybody of whom something is known
public record ContactFilter(
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String group,
        @RestQuery @Nullable String company,
        @RestQuery @Nullable String tag,
        @RestQuery @Nullable String language,
        @RestQuery @Nullable String source,
        @RestQuery @Nullable String access,
        @RestQuery @Nullable String sort,
        @RestQuery @Nullable List<String> column) {
    static final List<String> GROUPS = List.of("unassigned", "blocked", "anonymous");

    ContactQuery query(@Nullable UUID space, @Nullable String after, int limit) {
        return new ContactQuery(
                space,
                text(),
                company == null ? null : Ids.read(company).orElse(null),
                "unassigned".equals(group),
                tag == null || tag.isBlank() ? null : Tags.tag(tag),
                language == null || language.isBlank() ? null : SafeText.cut(language, 10),
                one(ContactSource.values(), source),
                "blocked".equals(group) ? Boolean.TRUE : null,
                one(ContactAccess.values(), access),
                "anonymous".equals(group),
                "newest".equals(sort) ? ContactQuery.Order.NEWEST : ContactQuery.Order.NAME,
                place(after),
                limit);
    }

    public String text() {
        return q == null ? "" : SafeText.cut(q.strip(), ContactQuery.TEXT_MAX);
    }

    /// Which columns are shown, in the order of [ContactColumn].
    public List<ContactColumn> columns() {
        var asked = column == null
                ? List.<ContactColumn>of()
                : Arrays.stream(ContactColumn.values())
                        .filter(one -> column.contains(one.key()))
                        .toList();
        return asked.isEmpty() ? ContactColumn.USUAL : asked;
    }

    public boolean shows(ContactColumn one) {
        return columns().contains(one);
    }

    /// Whether anything is narrowed down.
    public boolean narrow() {
        var query = query(null, null, 1);
        return !query.text().isEmpty()
                || query.company() != null
                || query.unassigned()
                || query.tag() != null
                || query.language() != null
                || query.source() != null
                || query.blocked() != null
                || query.access() != null
                || query.anonymous();
    }

    /// What stands behind the question mark; empty when nothing is asked for.
    public String queryString() {
        return pairs(null);
    }

    /// The same for a link to a page with something in place of one filter.
    public String without(String name) {
        var rest = pairs(name);
        return rest.isEmpty() ? "/contacts" : "/contacts?" + rest;
    }

    /// The list as it is asked for.
    public String here() {
        return without("");
    }

    /// The list narrowed to a tag.
    public String tagged(String other) {
        var rest = without("tag");
        return rest + (rest.contains("?") ? "&" : "?") + "tag=" + encoded(other);
    }

    private String pairs(@Nullable String but) {
        var pairs = new ArrayList<String>();
        add(pairs, "q", q, but);
        add(pairs, "group", group, but);
        add(pairs, "company", company, but);
        add(pairs, "tag", tag, but);
        add(pairs, "language", language, but);
        add(pairs, "source", source, but);
        add(pairs, "access", access, but);
        add(pairs, "sort", sort, but);
        if (column != null) columns().forEach(one -> add(pairs, "column", one.key(), but));
        return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, @Nullable String value, @Nullable String but) {
        if (value == null || value.isBlank() || name.equals(but)) return;
        pairs.add(name + "=" + encoded(value));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(SafeText.cut(value.strip(), 200), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static ContactQuery.@Nullable Place place(@Nullable String after) {
        if (after == null || after.isEmpty()) return null;
        try {
            return ContactQuery.Place.read(after);
        } catch (Refused _) {
            return null;
        }
    }

    static <T extends Enum<T>> @Nullable T one(T[] values, @Nullable String name) {
        if (name == null) return null;
        var written = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(written))
                .findFirst()
                .orElse(null);
    }
}

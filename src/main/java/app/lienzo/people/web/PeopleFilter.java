package app.lienzo.people.web;

import app.lienzo.identity.MemberState;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.kernel.Ids;
import app.lienzo.people.PeopleQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the list is narrowed down to. What is not understood filters nothing, as an old bookmark should.
public record PeopleFilter(
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String level,
        @RestQuery @Nullable String space,
        @RestQuery @Nullable String state) {
    private static final int TEXT_MAX = 120;

    PeopleQuery query(@Nullable String after, int limit) {
        return new PeopleQuery(
                q == null || q.isBlank()
                        ? null
                        : q.strip().substring(0, Math.min(TEXT_MAX, q.strip().length())),
                one(OrganizationRole.values(), level).orElse(null),
                space == null ? null : Ids.read(space).orElse(null),
                one(MemberState.values(), state).orElse(null),
                after == null ? null : Ids.read(after).orElse(null),
                limit);
    }

    public boolean narrow() {
        var query = query(null, 1);
        return query.text() != null || query.level() != null || query.space() != null || query.state() != null;
    }

    /// As a part of an address, `?` included; empty when nothing is filtered.
    public String address() {
        var pairs = new ArrayList<String>();
        add(pairs, "q", q);
        add(pairs, "level", level);
        add(pairs, "space", space);
        add(pairs, "state", state);
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static void add(ArrayList<String> pairs, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    static <T extends Enum<T>> Optional<T> one(T[] values, @Nullable String name) {
        if (name == null) return Optional.empty();
        var written = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values)
                .filter(value -> value.name().equals(written))
                .findFirst();
    }
}

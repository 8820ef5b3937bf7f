package app.lienzo.oversight.web;

import app.lienzo.kernel.Refused;
import app.lienzo.oversight.EntryQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.StringJoiner;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What somebody looks for in the trail, as it came.
///
/// @param from first day, or a moment
/// @param to last day, which is included, or a moment, which is not
public record AuditWish(
        @RestQuery @Nullable String person,
        @RestQuery @Nullable String action,
        @RestQuery @Nullable String subject,
        @RestQuery @Nullable String address,
        @RestQuery @Nullable String from,
        @RestQuery @Nullable String to,
        @RestQuery @Nullable String after) {

    /// @param zone whose days are meant
    /// @throws Refused `filter-invalid`, `cursor-invalid`
    EntryQuery query(ZoneId zone, int limit) {
        return new EntryQuery(
                blankToNull(person),
                blankToNull(action),
                blankToNull(subject),
                blankToNull(address),
                moment(blankToNull(from), zone, 0),
                moment(blankToNull(to), zone, 1),
                blankToNull(after) == null ? null : EntryQuery.Place.read(String.valueOf(after)),
                limit);
    }

    public boolean narrowed() {
        return blankToNull(person) != null
                || blankToNull(action) != null
                || blankToNull(subject) != null
                || blankToNull(address) != null
                || blankToNull(from) != null
                || blankToNull(to) != null;
    }

    /// The same wish for an address, without its place.
    public String search() {
        var pairs = new StringJoiner("&");
        add(pairs, "person", person);
        add(pairs, "action", action);
        add(pairs, "subject", subject);
        add(pairs, "address", address);
        add(pairs, "from", from);
        add(pairs, "to", to);
        return pairs.toString();
    }

    private static void add(StringJoiner pairs, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static @Nullable Instant moment(@Nullable String written, ZoneId zone, int daysLater) {
        if (written == null) return null;
        try {
            var moment = written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant();
            // Beyond these the database has no calendar.
            if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9999-01-01T00:00:00Z")))
                throw Refused.invalid("filter-invalid");
            return moment;
        } catch (DateTimeException _) {
            throw Refused.invalid("filter-invalid");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package app.lienzo.tickets;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place of a row in a list, as it travels in `after`.
///
/// @param at its time in the list's order; null for what is never due
/// @param priority counts in a list by priority only
record ListPlace(@Nullable Instant at, TicketPriority priority, UUID id) {
    /// Far beyond every row, and still a date to the database.
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static ListPlace of(TicketView ticket, TicketSort sort) {
        var at = switch (sort) {
            case CHANGED, PRIORITY -> ticket.changedAt();
            case CREATED, OLDEST -> ticket.createdAt();
            case DUE -> ticket.dueAt();
        };
        return new ListPlace(at, ticket.priority(), ticket.id());
    }

    String cursor() {
        var time = at == null ? "-." : at.getEpochSecond() + "." + at.getNano();
        var text = time + "." + priority.ordinal() + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Refused `cursor-invalid` for anything that is not a cursor of ours
    static ListPlace read(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\.", 4);
            var at = parts[0].equals("-")
                    ? null
                    : Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            if (at != null && (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)))
                throw Refused.invalid("cursor-invalid");
            return new ListPlace(
                    at,
                    TicketPriority.values()[Integer.parseInt(parts[2])],
                    Ids.read(parts[3]).orElseThrow(() -> Refused.invalid("cursor-invalid")));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
            throw Refused.invalid("cursor-invalid");
        }
    }
}

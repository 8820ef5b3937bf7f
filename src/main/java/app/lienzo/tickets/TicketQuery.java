package app.lienzo.tickets;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list of tickets is asked for; what is null or empty does not matter. The last changed come
/// first.
///
/// @param space null for all where the member works
/// @param assignee a member, or [TicketChange.To#NOBODY]
/// @param text words of the subject, or a number
/// @param after where the page before ended; null for the first
/// @param limit 1 to 100
public record TicketQuery(
        @Nullable UUID space,
        States states,
        TicketChange.@Nullable To assignee,
        @Nullable UUID requester,
        @Nullable UUID company,
        Set<TicketType> types,
        Set<TicketPriority> priorities,
        @Nullable String tag,
        @Nullable Instant dueBefore,
        String text,
        @Nullable Place after,
        int limit) {
    public static final int LIMIT_MAX = 100;
    public static final int TEXT_MAX = 100;

    public TicketQuery {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
    }

    /// How far tickets are to be.
    ///
    /// @param whole categories with whatever names spaces have in them
    /// @param named categories of which only `own` are meant, where they are not whole
    /// @param own names that spaces have for them
    public record States(Set<TicketCategory> whole, Set<TicketCategory> named, Set<UUID> own) {
        public static final States ANY = new States(Set.of(), Set.of(), Set.of());

        Set<TicketCategory> categories() {
            var all = EnumSet.noneOf(TicketCategory.class);
            all.addAll(whole);
            all.addAll(named);
            return all.isEmpty() ? EnumSet.allOf(TicketCategory.class) : all;
        }
    }

    /// The place of a row in a list, the last changed first.
    public record Place(Instant changedAt, UUID id) {
        /// Far beyond every row, and still a date to the database.
        private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

        public static Place of(TicketView ticket) {
            return new Place(ticket.changedAt(), ticket.id());
        }

        /// As it travels in `after`.
        public String cursor() {
            var text = changedAt.getEpochSecond() + "." + changedAt.getNano() + "." + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        /// @throws Refused `cursor-invalid` for anything that is not a cursor of ours
        public static Place read(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\.", 3);
                var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
                if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) throw Refused.invalid("cursor-invalid");
                return new Place(at, Ids.read(parts[2]).orElseThrow(() -> Refused.invalid("cursor-invalid")));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
                throw Refused.invalid("cursor-invalid");
            }
        }
    }
}

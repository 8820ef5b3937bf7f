package app.lienzo.oversight;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries are asked for; null leaves a wish open.
///
/// @param person part of what the actor was called, or his id
/// @param from from this moment
/// @param to up to and without this moment
/// @param after where the page before ended
public record EntryQuery(
        @Nullable String person,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String address,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Place after,
        int limit) {
    public static final int LIMIT_MAX = 200;

    public EntryQuery {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
    }

    EntryQuery behind(Place place) {
        return new EntryQuery(person, action, subject, address, from, to, place, limit);
    }

    /// The place of an entry among the others, newest first.
    public record Place(Instant at, UUID id) {
        public static Place of(EntryView entry) {
            return new Place(entry.at(), entry.id());
        }

        /// As it travels in `after`.
        public String cursor() {
            var text = at.getEpochSecond() + "." + at.getNano() + "." + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        /// @throws Refused `cursor-invalid` for anything that is not a cursor of ours
        public static Place read(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\.", 3);
                var at = Instant.ofEpochSecond(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                return new Place(at, Ids.read(parts[2]).orElseThrow(() -> Refused.invalid("cursor-invalid")));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
                throw Refused.invalid("cursor-invalid");
            }
        }
    }
}

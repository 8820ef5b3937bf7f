package app.lienzo.contacts;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which contacts are asked for; null filters nothing.
///
/// @param space null for all where the member works
/// @param text parts of names, addresses, numbers and companies; empty for none
/// @param unassigned only those without a company
/// @param access how they stand with the portal
/// @param anonymous visitors of whom nothing is known, and nobody else
/// @param after where the page before ended; null for the first
/// @param limit 1 to 100
public record ContactQuery(
        @Nullable UUID space,
        String text,
        @Nullable UUID company,
        boolean unassigned,
        @Nullable String tag,
        @Nullable String language,
        @Nullable ContactSource source,
        @Nullable Boolean blocked,
        @Nullable ContactAccess access,
        boolean anonymous,
        Order order,
        @Nullable Place after,
        int limit) {
    public static final int LIMIT_MAX = 100;
    public static final int TEXT_MAX = 120;

    /// In which order they come.
    public enum Order {
        NAME,
        NEWEST
    }

    public ContactQuery {
        if (limit < 1 || limit > LIMIT_MAX) throw Refused.invalid("limit-invalid", LIMIT_MAX);
        if (text.length() > TEXT_MAX) throw Refused.invalid("filter-invalid");
    }

    /// However they stand with the portal.
    public ContactQuery(
            @Nullable UUID space,
            String text,
            @Nullable UUID company,
            boolean unassigned,
            @Nullable String tag,
            @Nullable String language,
            @Nullable ContactSource source,
            @Nullable Boolean blocked,
            boolean anonymous,
            Order order,
            @Nullable Place after,
            int limit) {
        this(space, text, company, unassigned, tag, language, source, blocked, null, anonymous, order, after, limit);
    }

    public static ContactQuery all(int limit) {
        return new ContactQuery(null, "", null, false, null, null, null, null, false, Order.NAME, null, limit);
    }

    /// The place of a row in a list.
    ///
    /// @param called what it is in order by
    public record Place(String called, UUID id) {
        /// As it travels in `after`.
        public String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((id + called).getBytes(StandardCharsets.UTF_8));
        }

        /// @throws Refused `cursor-invalid` for anything that is not a cursor of ours
        public static Place read(String cursor) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (text.length() < 36 || text.indexOf('\0') >= 0 || text.length() > 2_000) throw refusal();
                return new Place(
                        text.substring(36), Ids.read(text.substring(0, 36)).orElseThrow(Place::refusal));
            } catch (IllegalArgumentException _) {
                throw refusal();
            }
        }

        private static Refused refusal() {
            return Refused.invalid("cursor-invalid");
        }
    }

    /// A page.
    ///
    /// @param near those that are only like what was typed; only where few are found exactly
    /// @param next null on the last page
    public record Page(
            List<ContactView> contacts,
            List<ContactView> near,
            @Nullable Place next) {}
}

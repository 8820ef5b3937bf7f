package app.lienzo.tickets.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tickets.StateChoice;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketQuery;
import app.lienzo.tickets.TicketType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what strangers write for constants and ids.
final class TicketWords {
    private TicketWords() {}

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }

    /// An id that something was asked by.
    static UUID filter(String text) {
        return Ids.read(text).orElseThrow(() -> Refused.invalid("filter-invalid"));
    }

    static TicketType type(String word) {
        return constant(TicketType.class, word);
    }

    static TicketPriority priority(String word) {
        return constant(TicketPriority.class, word);
    }

    static TicketCategory category(String word) {
        return constant(TicketCategory.class, word);
    }

    /// A category, or a category and one of the space's names in it: `waiting` or `waiting:<id>`.
    static @Nullable StateChoice state(@Nullable String word) {
        if (word == null || word.isEmpty()) return null;
        int colon = word.indexOf(':');
        if (colon < 0) return StateChoice.of(category(word));
        return new StateChoice(category(word.substring(0, colon)), filter(word.substring(colon + 1)));
    }

    /// Several of [#state], separated by commas; none for none.
    static TicketQuery.States states(@Nullable String words) {
        var whole = EnumSet.noneOf(TicketCategory.class);
        var named = EnumSet.noneOf(TicketCategory.class);
        var own = new HashSet<UUID>();
        if (words != null && !words.isBlank()) {
            for (var word : words.split(",", 20)) {
                var choice = Objects.requireNonNull(state(word.strip().isEmpty() ? "-" : word.strip()));
                if (choice.state() == null) whole.add(choice.category());
                else {
                    named.add(choice.category());
                    own.add(choice.state());
                }
            }
        }
        return new TicketQuery.States(whole, named, own);
    }

    /// Several, separated by commas; none for none.
    static <E extends Enum<E>> Set<E> several(Class<E> type, @Nullable String words) {
        var found = EnumSet.noneOf(type);
        if (words == null || words.isBlank()) return found;
        for (var word : words.split(",", 20)) found.add(constant(type, word.strip()));
        return found;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> TicketItem.word(one)
                        .equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("filter-invalid"));
    }
}

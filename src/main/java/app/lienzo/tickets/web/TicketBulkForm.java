package app.lienzo.tickets.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Tags;
import app.lienzo.tickets.StateChoice;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketChange;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import app.lienzo.ui.Pages;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What is done to several tickets; what is empty stays as it is.
///
/// @param ticket ids of those that were ticked
/// @param assignTo `me`, `none` or an id
/// @param next the list's address
public record TicketBulkForm(
        @RestForm @Nullable List<String> ticket,
        @RestForm @Nullable String assignTo,
        @RestForm @Nullable String category,
        @RestForm @Nullable String priority,
        @RestForm @Nullable String type,
        @RestForm @Nullable String addTags,
        @RestForm @Nullable String removeTags,
        @RestForm @Nullable String next) {

    /// @throws Refused as not found for what is no id, `tickets-none`
    List<UUID> tickets() {
        if (ticket == null || ticket.isEmpty()) throw Refused.invalid("tickets-none");
        return ticket.stream()
                .map(id -> Ids.read(id).orElseThrow(Refused::notFound))
                .toList();
    }

    /// @throws Refused as not found for a member that is no id, `change-none`
    TicketChange change(UUID me) {
        var change = TicketChange.NOTHING;
        if (!text(assignTo).isEmpty())
            change = switch (text(assignTo)) {
                case "me" -> change.withAssignee(me);
                case "none" -> change.withAssignee(null);
                default -> change.withAssignee(Ids.read(text(assignTo)).orElseThrow(Refused::notFound));
            };
        var state = constant(TicketCategory.class, category);
        if (state != null) change = change.withState(StateChoice.of(state));
        var pressing = constant(TicketPriority.class, priority);
        if (pressing != null) change = change.withPriority(pressing);
        var kind = constant(TicketType.class, type);
        if (kind != null) change = change.withType(kind);
        if (!text(addTags).isBlank()) change = change.withMoreTags(Tags.read(text(addTags)));
        if (!text(removeTags).isBlank()) change = change.withLessTags(Tags.read(text(removeTags)));
        if (change.equals(TicketChange.NOTHING)) throw Refused.invalid("change-none");
        return change;
    }

    /// The list's address, ready for one more value.
    String back() {
        var path = Pages.localPath(next);
        if (!path.equals("/tickets") && !path.startsWith("/tickets?")) path = "/tickets";
        return path + (path.contains("?") ? "&" : "?");
    }

    /// What the list's address asked for.
    Map<String, List<String>> said() {
        var address = back();
        var said = new LinkedHashMap<String, List<String>>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                said.put(
                        pair.substring(0, equals),
                        List.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
        }
        return said;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String said) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(said))
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}

package app.lienzo.portal.web;

import app.lienzo.tickets.CustomerTicketService;
import app.lienzo.tickets.EntryView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// As much of a ticket as its page shows at once: the newest lines, or those before a place.
///
/// @param entries oldest first
/// @param earlier the place before which there is more; null for the beginning
/// @param newest whether nothing was said after it
record TicketStretch(List<EntryView> entries, @Nullable Integer earlier, boolean newest) {
    static final int PAGE = 50;

    /// @param before a place, as a link says it; null for the newest
    /// @throws app.lienzo.kernel.Refused not found
    static TicketStretch of(CustomerTicketService tickets, UUID me, long number, @Nullable Integer before) {
        var found = tickets.entriesBefore(me, number, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(1, found.size()) : found;
        return new TicketStretch(shown, more ? (Integer) shown.getFirst().seq() : null, before == null);
    }
}

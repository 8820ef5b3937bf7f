package app.lienzo.tickets.web;

import app.lienzo.tickets.TicketView;
import java.util.Collection;
import java.util.stream.Collectors;

/// A ticket as the list shows it.
///
/// @param overdue whether its time is over
/// @param space its name; empty where all are of one
record TicketRow(TicketView ticket, boolean overdue, boolean mine, String space) {
    public String requester() {
        return ticket.requesterName().isEmpty() ? ticket.requesterEmail() : ticket.requesterName();
    }

    /// The customer said the last word.
    public boolean unanswered() {
        return ticket.unanswered();
    }

    /// A custom field's value as text; empty for none.
    public String value(TicketColumn column) {
        var value = ticket.fields().get(column.field());
        if (value instanceof Collection<?> several)
            return several.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return value == null ? "" : String.valueOf(value);
    }
}

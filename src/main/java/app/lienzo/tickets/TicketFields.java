package app.lienzo.tickets;

import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Custom values of tickets.
@ApplicationScoped
class TicketFields {
    private final FieldService fields;

    TicketFields(FieldService fields) {
        this.fields = fields;
    }

    /// What a new ticket has. A customer is asked for what the portal shows him and for nothing else.
    ///
    /// @throws Refused `field-required`, `field-invalid`
    Map<String, Object> opening(NewTicket wish) {
        if (wish.source() != TicketSource.PORTAL) {
            return fields.checked(wish.space(), FieldSubject.TICKET, wish.fields(), true);
        }
        var shown = fields.of(wish.space(), FieldSubject.TICKET).stream()
                .filter(FieldView::inPortal)
                .collect(Collectors.toMap(FieldView::key, field -> field));
        var typed = new LinkedHashMap<>(wish.fields());
        typed.keySet().retainAll(shown.keySet());
        var values = new LinkedHashMap<>(fields.defaults(wish.space(), FieldSubject.TICKET));
        values.keySet().removeAll(typed.keySet());
        values.putAll(fields.checked(wish.space(), FieldSubject.TICKET, typed, false));
        for (var field : shown.values()) {
            var value = values.get(field.key());
            if (field.required() && (value == null || value.equals(false))) {
                throw Refused.invalid("field-required", field.label(), field.key());
            }
        }
        return values;
    }

    /// What it has after some were typed anew.
    ///
    /// @throws Refused `field-required`, `field-invalid`
    Map<String, Object> changed(TicketView ticket, Map<String, String> typed) {
        return fields.changed(ticket.space(), FieldSubject.TICKET, ticket.fields(), typed);
    }

    /// How they are called, by their key.
    Map<String, String> labels(UUID space) {
        return fields.of(space, FieldSubject.TICKET).stream()
                .collect(Collectors.toMap(FieldView::key, FieldView::label));
    }
}

package app.lienzo.tickets.web;

import app.lienzo.identity.SignedIn;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import app.lienzo.tickets.TicketView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;

/// Who is at a ticket, whispered to the colleagues who are there too. Customers do not follow this
/// kind.
@ApplicationScoped
class TicketPresence {
    static final String KIND = "ticket-presence";

    private final LiveHub live;
    private final ObjectMapper json;

    TicketPresence(LiveHub live, ObjectMapper json) {
        this.live = live;
        this.json = json;
    }

    void tell(SignedIn me, TicketView ticket, boolean typing) {
        Map<String, Object> told = Map.of("authorId", me.member(), "author", me.name(), "typing", typing);
        live.whisper(new LiveEvent(null, KIND, ticket.space(), ticket.id(), null, written(told)));
    }

    private String written(Map<String, Object> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

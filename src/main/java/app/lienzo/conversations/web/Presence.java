package app.lienzo.conversations.web;

import app.lienzo.conversations.ConversationView;
import app.lienzo.identity.SignedIn;
import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;

/// What is only true for a moment, whispered to whoever may know.
@ApplicationScoped
class Presence {
    private final LiveHub live;
    private final ObjectMapper json;

    Presence(LiveHub live, ObjectMapper json) {
        this.live = live;
        this.json = json;
    }

    /// A member writes a reply. Only from the holder does the customer hear of it.
    void typing(SignedIn me, ConversationView conversation, boolean typing) {
        if (!conversation.heldBy(me.member())) return;
        live.whisper(new LiveEvent(
                null,
                "typing-team",
                conversation.space(),
                conversation.id(),
                conversation.holder(),
                written(Map.of("typing", typing, "author", me.name().split(" ", 2)[0]))));
    }

    private String written(Map<String, Object> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.lienzo.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/// What the pages of a team are told of an event: where to look again, and whether it is one's own. But for
/// that it is the same for all, so it is put together once.
///
/// @param open a JSON object without its last brace
/// @param holder who holds what it is about; empty for nobody
/// @param author who did it; empty for nobody of the team
public record Told(String open, String holder, String author) {
    /// @param subject what the thing that the event is about is called
    /// @param names of the payload that may be told: nothing that a person wrote
    public static Told of(LiveEvent event, ObjectMapper json, String subject, List<String> names) {
        try {
            var payload = json.readTree(event.payload());
            var told = json.createObjectNode();
            told.put(subject, String.valueOf(event.conversation()));
            for (var name : names) if (payload.has(name)) told.set(name, payload.get(name));
            var whole = json.writeValueAsString(told);
            return new Told(whole.substring(0, whole.length() - 1), holder(event, payload), text(told, "authorId"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As one member hears it.
    public String to(UUID member) {
        var me = member.toString();
        return open + ",\"mine\":" + holder.equals(me) + ",\"own\":" + author.equals(me) + "}";
    }

    /// A conversation is held, a ticket is assigned.
    private static String holder(LiveEvent event, JsonNode payload) {
        return event.holder() == null
                ? text(payload, "assignee")
                : event.holder().toString();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}

package app.lienzo.ui;

import app.lienzo.live.LiveEvent;
import app.lienzo.live.LiveHub;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.BiConsumer;

/// Events as they are sent (server-sent events, HTML standard, section 9.2). What each stream says of an event is its
/// own; how it begins, shows that it lives and is resumed is the same.
public final class ServerSent {
    /// After so long the browser comes back and is asked anew who it is.
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final long RETRY_MILLIS = 1_500;

    private ServerSent() {}

    /// What one stream says of an event.
    public interface Telling extends BiConsumer<LiveEvent, OutboundSseEvent.Builder> {}

    /// The stream of a page: begins with `hello` and ends after a quarter of an hour.
    ///
    /// @param telling for all but the beginning
    public static Multi<OutboundSseEvent> page(Multi<LiveEvent> events, Sse sse, Telling telling) {
        return events.map(event -> event.kind().equals(LiveHub.HELLO) ? hello(sse) : one(event, sse, telling))
                .select()
                .first(LONGEST);
    }

    /// A single event, with its place in the log as its id; a sign of life is a comment.
    ///
    /// @param telling for all but signs of life
    public static OutboundSseEvent one(LiveEvent event, Sse sse, Telling telling) {
        var written = sse.newEventBuilder();
        if (event.kind().equals(LiveHub.BEAT)) return written.comment("").build();
        telling.accept(event, written);
        if (event.cursor() != null) written.id(event.cursor());
        return written.build();
    }

    private static OutboundSseEvent hello(Sse sse) {
        return sse.newEventBuilder()
                .name(LiveHub.HELLO)
                .data("{}")
                .reconnectDelay(RETRY_MILLIS)
                .build();
    }
}

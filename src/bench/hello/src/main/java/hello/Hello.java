package hello;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A greeting, and a broadcaster that remembers nothing.
@Path("/")
public class Hello {
    private static final Map<String, List<MultiEmitter<? super String>>> TOPICS = new ConcurrentHashMap<>();

    @GET
    @Path("hello")
    @Produces(MediaType.TEXT_PLAIN)
    public String hello() {
        return "hello";
    }

    @GET
    @Path("stream/{topic}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(String topic, @Context Sse sse) {
        return Multi.createFrom()
                .<String>emitter(emitter -> {
                    var streams = TOPICS.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>());
                    streams.add(emitter);
                    emitter.onTermination(() -> streams.remove(emitter));
                })
                .map(text -> sse.newEvent("message", text));
    }

    @POST
    @Path("publish/{topic}")
    @Produces(MediaType.TEXT_PLAIN)
    public String publish(String topic, String text) {
        TOPICS.getOrDefault(topic, List.of()).forEach(stream -> stream.emit(text));
        return "published";
    }
}

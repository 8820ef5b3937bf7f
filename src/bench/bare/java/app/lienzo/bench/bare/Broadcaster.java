package app.lienzo.bench.bare;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.PermitAll;
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
import org.jboss.resteasy.reactive.RestPath;

/// What live delivery is measured beside (B16): a broadcaster that remembers nothing and asks nobody. It is in the
/// product's build for the benchmarks, behind the same server with the same filters, and beside the greeting, where
/// there is nothing but the framework.
@Path("/api/v1/bench")
@PermitAll
public class Broadcaster {
    private final Map<String, List<MultiEmitter<? super String>>> topics = new ConcurrentHashMap<>();

    @GET
    @Path("stream/{topic}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@RestPath String topic, @Context Sse sse) {
        return Multi.createFrom()
                .<String>emitter(emitter -> {
                    var streams = topics.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>());
                    streams.add(emitter);
                    emitter.onTermination(() -> streams.remove(emitter));
                })
                .map(text -> sse.newEvent("message", text));
    }

    @POST
    @Path("publish/{topic}")
    @Produces(MediaType.TEXT_PLAIN)
    public String publish(@RestPath String topic, String text) {
        topics.getOrDefault(topic, List.of()).forEach(stream -> stream.emit(text));
        return "published";
    }
}

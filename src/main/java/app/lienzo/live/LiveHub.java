package app.lienzo.live;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationOffice;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where streams are opened. Keeps one [Tail] per organization that somebody follows on this replica.
@ApplicationScoped
public class LiveHub {
    /// What every stream begins with.
    public static final String HELLO = "hello";

    /// A sign of life, to be written as an SSE comment.
    public static final String BEAT = "beat";

    /// Too much was missed: look afresh.
    public static final String RESET = "reset";

    /// Whispered to a space when the first of its team comes to the console and when the last one
    /// leaves.
    public static final String TEAM = "presence-team";

    private static final String WHISPER = "whisper";
    private static final int BUFFER_MAX = 2_000;
    private static final long BEAT_SECONDS = 15;

    private final Map<String, Tail> tails = new ConcurrentHashMap<>();
    private final EventLog log;
    private final Scope scope;
    private final Signals signals;
    private final StreamPlaces places;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-pulse").factory());

    LiveHub(EventLog log, Scope scope, Signals signals, StreamPlaces places) {
        this.places = places;
        this.log = log;
        this.scope = scope;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(EventLog.GREW, this::wake);
        signals.listen(WHISPER, this::whispered);
        signals.listen(OrganizationOffice.CLOSED, this::closed);
        pulse.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        // Hints can be lost; the log cannot. One look a second makes up for it.
        pulse.scheduleAtFixedRate(() -> wake(Signals.EVERYTHING), 1, 1, TimeUnit.SECONDS);
    }

    /// Follows the organization at hand, from this moment: what happens before somebody reads is kept
    /// for him, and a stream that is to be closed is found. A follower who cannot keep up is told to
    /// look afresh, and cut off when he does not read that either.
    ///
    /// @param wanted what he wants of all that his audience hears
    /// @param address of the network, where he follows from
    /// @param lastEventId where he broke off; null begins now, and so does nonsense, with the advice to look
    /// afresh
    /// @throws Refused `requests-too-often` when he has too many streams, or his address has
    public Multi<LiveEvent> follow(
            Audience audience, Predicate<LiveEvent> wanted, String address, @Nullable String lastEventId) {
        var organization = scope.organization();
        var from = lastEventId == null ? null : Cursor.read(lastEventId).orElse(null);
        var place = places.take(organization.id(), audience, address);
        var stream = new Stream(audience, wanted, BUFFER_MAX, gone -> {
            place.run();
            leave(organization, gone);
        });
        try {
            join(organization, stream, from);
            if (from == null && lastEventId != null) stream.reset();
        } catch (RuntimeException e) {
            place.run();
            throw e;
        }
        return stream.events();
    }

    /// Tells those who follow something that is in no log: typing, presence. It may be lost.
    public void whisper(LiveEvent event) {
        var organization = scope.organization();
        signals.tell(
                WHISPER,
                String.join(
                        "|",
                        organization.id(),
                        event.kind(),
                        event.space().toString(),
                        String.valueOf(event.conversation()),
                        String.valueOf(event.holder()),
                        event.payload()));
    }

    /// Whether the customer of a conversation follows it on this replica.
    public boolean followed(UUID conversation) {
        var tail = tails.get(scope.organization().id());
        return tail != null && tail.followed(conversation);
    }

    /// Whether a member who works in a space is at the console, as far as this replica knows.
    public boolean teamPresent(UUID space) {
        var tail = tails.get(scope.organization().id());
        return tail != null && tail.teamPresent(space);
    }

    /// Ends the streams of an organization that match, on this replica: their owners come back and are
    /// asked who they are.
    public void close(String organization, Predicate<Audience> match) {
        var tail = tails.get(organization);
        if (tail == null) return;
        tail.streams().stream().filter(stream -> match.test(stream.audience())).forEach(Stream::close);
    }

    /// The same for every organization: whoever might have missed why his stream should end.
    public void closeEverywhere(Predicate<Audience> match) {
        tails.keySet().forEach(organization -> close(organization, match));
    }

    /// Everybody comes back and is told how things stand; visitors of a web site go on as before.
    private void closed(String organization) {
        if (organization.equals(Signals.EVERYTHING)) closeEverywhere(_ -> true);
        else close(organization, _ -> true);
    }

    public int streams() {
        return tails.values().stream().mapToInt(tail -> tail.streams().size()).sum();
    }

    private void join(OrganizationView organization, Stream stream, @Nullable Cursor from) {
        tails.compute(organization.id(), (_, tail) -> {
            var kept = tail == null ? new Tail(organization, log, scope) : tail;
            kept.join(stream, from);
            return kept;
        });
        scope.run(organization, () -> tellTeam(stream.audience()));
    }

    private void leave(OrganizationView organization, Stream stream) {
        tails.computeIfPresent(organization.id(), (_, tail) -> {
            tail.leave(stream);
            return tail.deserted() ? null : tail;
        });
        scope.run(organization, () -> tellTeam(stream.audience()));
    }

    private void tellTeam(Audience audience) {
        if (!(audience instanceof Audience.Member member)) return;
        for (var space : member.spaces()) {
            whisper(new LiveEvent(null, TEAM, space, null, null, "{\"online\":" + teamPresent(space) + "}"));
        }
    }

    private void wake(String organization) {
        if (organization.equals(Signals.EVERYTHING)) {
            tails.values().forEach(Tail::wake);
            return;
        }
        var tail = tails.get(organization);
        if (tail != null) tail.wake();
    }

    private void whispered(String text) {
        if (text.equals(Signals.EVERYTHING)) return;
        var parts = text.split("\\|", 6);
        var tail = tails.get(parts[0]);
        if (tail == null) return;
        tail.deliver(new LiveEvent(null, parts[1], UUID.fromString(parts[2]), id(parts[3]), id(parts[4]), parts[5]));
    }

    private static @Nullable UUID id(String text) {
        return text.equals("null") ? null : UUID.fromString(text);
    }

    private void beat() {
        tails.values().forEach(tail -> tail.streams().forEach(Stream::beat));
    }
}

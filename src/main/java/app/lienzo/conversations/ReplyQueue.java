package app.lienzo.conversations;

import app.lienzo.conversations.MessageWriter.Place;
import app.lienzo.conversations.MessageWriter.Reply;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Replies of an organization that come in while others are being stored are stored together: one
/// statement, one round trip and one commit for up to eight of them. Who is alone stores his himself and
/// waits for nobody; what came meanwhile is for a hand to store, until nothing waits any more.
///
/// Nobody is answered before what he wrote is stored.
@ApplicationScoped
class ReplyQueue {
    /// What waits, by organization; one that is not here has nothing under way. Changed in `compute` alone.
    private final Map<String, Queue<Waiting>> organizations = new ConcurrentHashMap<>();

    /// Threads of the system: the database's answer wakes one at once, and a virtual one only by way of another thread.
    /// An organization keeps one of them busy at most.
    private final ThreadPoolExecutor hands;

    private final MessageWriter writer;
    private final Scope scope;

    ReplyQueue(
            MessageWriter writer,
            Scope scope,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.writer = writer;
        this.scope = scope;
        this.hands = new ThreadPoolExecutor(
                connections,
                connections,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("replies-", 0).factory());
        hands.allowCoreThreadTimeOut(true);
    }

    /// @param turn what becomes of it
    private record Waiting(Reply reply, CompletableFuture<Turn> turn) {
        UUID conversation() {
            return reply.conversation();
        }
    }

    private sealed interface Turn {
        /// Nothing else is under way: for its own thread to store.
        record First() implements Turn {}

        /// A hand did.
        record Stored(Optional<Place> place) implements Turn {}

        /// What it was stored with was taken back: without the others.
        record Alone() implements Turn {}
    }

    /// Stores a reply as [MessageWriter#reply] does, and returns when it is stored.
    ///
    /// @return empty when the conversation does not take it
    Optional<Place> store(Reply reply) {
        var organization = scope.organization();
        return switch (enter(organization.id(), reply)) {
            case Turn.First _ -> storeFirst(organization, reply);
            case Turn.Stored stored -> stored.place();
            case Turn.Alone _ -> writer.reply(reply);
        };
    }

    private Turn enter(String organization, Reply reply) {
        var mine = new Waiting(reply, new CompletableFuture<>());
        organizations.compute(organization, (_, waiting) -> {
            if (waiting == null) {
                mine.turn.complete(new Turn.First());
                return new ArrayDeque<>();
            }
            waiting.add(mine);
            return waiting;
        });
        try {
            return mine.turn.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failed) throw failed;
            throw e;
        }
    }

    private Optional<Place> storeFirst(OrganizationView organization, Reply reply) {
        try {
            return writer.reply(reply);
        } finally {
            if (more(organization)) hands.execute(() -> storeWaiting(organization));
        }
    }

    /// Goes on until nothing waits any more, or another organization waits for a hand.
    private void storeWaiting(OrganizationView organization) {
        boolean more;
        do {
            scope.run(organization, () -> storeSome(organization));
            more = more(organization);
        } while (more && hands.getQueue().isEmpty());
        if (more) hands.execute(() -> storeWaiting(organization));
    }

    /// If not, who comes next is the first.
    private boolean more(OrganizationView organization) {
        return organizations.computeIfPresent(organization.id(), (_, waiting) -> waiting.isEmpty() ? null : waiting)
                != null;
    }

    private void storeSome(OrganizationView organization) {
        var together = together(organization);
        try {
            var places = writer.replies(together.stream().map(Waiting::reply).toList());
            for (int i = 0; i < places.size(); i++) together.get(i).turn.complete(new Turn.Stored(places.get(i)));
        } catch (RuntimeException | Error failed) {
            boolean apart = together.size() > 1 && failed instanceof DatabaseFailed answer && answer.takenBack();
            for (var each : together) {
                if (apart) each.turn.complete(new Turn.Alone());
                else each.turn.completeExceptionally(failed);
            }
        }
    }

    /// The oldest that wait, one for a conversation; in an order that all transactions share, so that no two wait for
    /// each other. One, two, four or eight: each number is a statement that PostgreSQL keeps.
    private List<Waiting> together(OrganizationView organization) {
        var together = new ArrayList<Waiting>();
        organizations.computeIfPresent(organization.id(), (_, waiting) -> {
            for (var next : waiting) {
                if (together.size() == MessageWriter.TOGETHER_MAX) break;
                if (together.stream().noneMatch(one -> one.conversation().equals(next.conversation())))
                    together.add(next);
            }
            together.subList(Integer.highestOneBit(together.size()), together.size())
                    .clear();
            waiting.removeAll(together);
            return waiting;
        });
        together.sort(Comparator.comparing(Waiting::conversation));
        return together;
    }
}

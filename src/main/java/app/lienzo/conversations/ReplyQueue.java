package app.lienzo.conversations;

import app.lienzo.conversations.MessageWriter.Place;
import app.lienzo.conversations.MessageWriter.Reply;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// Replies of an organization that come in while others are being stored are stored together: one
/// transaction, one round trip and one commit for up to eight of them. Who is alone waits for nobody.
///
/// Whoever finds a lane free takes it and stores what waits with his own; when he is done, the one who
/// waits longest goes on. Nobody is answered before what he wrote is stored.
@ApplicationScoped
class ReplyQueue {
    /// Transactions under way for an organization on this replica.
    private static final int LANES = 2;

    private static final int TOGETHER_MAX = 8;

    private final Map<String, Lanes> organizations = new ConcurrentHashMap<>();
    private final MessageWriter writer;
    private final Scope scope;

    ReplyQueue(MessageWriter writer, Scope scope) {
        this.writer = writer;
        this.scope = scope;
    }

    /// Changed in `organizations.compute` alone.
    private static final class Lanes {
        private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
        private int taken;
    }

    /// @param turn what becomes of it: stored by somebody else, or for its own thread to store
    private record Waiting(Reply reply, CompletableFuture<Turn> turn) {
        UUID conversation() {
            return reply.conversation();
        }
    }

    private sealed interface Turn {
        /// Somebody else did.
        record Stored(Optional<Place> place) implements Turn {}

        /// The lane is handed on: with whatever waits.
        record Lane() implements Turn {}

        /// What it was stored with was taken back: without the others.
        record Alone() implements Turn {}
    }

    /// Stores a reply as [MessageWriter#reply] does, and returns when it is stored.
    ///
    /// @return empty when the conversation does not take it
    Optional<Place> store(Reply reply) {
        var organization = scope.organization().id();
        var mine = new Waiting(reply, new CompletableFuture<>());
        return switch (enter(organization, mine)) {
            case Turn.Lane _ -> storeWithOthers(organization, mine);
            case Turn.Stored stored -> stored.place();
            case Turn.Alone _ -> writer.reply(reply);
        };
    }

    private Turn enter(String organization, Waiting mine) {
        organizations.compute(organization, (_, known) -> {
            var lanes = known == null ? new Lanes() : known;
            if (lanes.taken < LANES) {
                lanes.taken++;
                mine.turn.complete(new Turn.Lane());
            } else {
                lanes.waiting.add(mine);
            }
            return lanes;
        });
        try {
            return mine.turn.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failed) throw failed;
            throw e;
        }
    }

    private Optional<Place> storeWithOthers(String organization, Waiting mine) {
        var together = together(organization, mine);
        try {
            var places = writer.replies(together.stream().map(Waiting::reply).toList());
            for (int i = 0; i < places.size(); i++) together.get(i).turn.complete(new Turn.Stored(places.get(i)));
            return places.get(together.indexOf(mine));
        } catch (RuntimeException | Error failed) {
            if (together.size() > 1 && failed instanceof DatabaseFailed answer && answer.takenBack()) {
                together.forEach(other -> other.turn.complete(new Turn.Alone()));
                return writer.reply(mine.reply);
            }
            together.forEach(other -> other.turn.completeExceptionally(failed));
            throw failed;
        } finally {
            leave(organization);
        }
    }

    /// The reply at hand with the oldest that wait, one for a conversation; in an order that all transactions share, so
    /// that no two wait for each other. One, two, four or eight: each number is a statement that PostgreSQL keeps.
    private List<Waiting> together(String organization, Waiting mine) {
        var together = new ArrayList<>(List.of(mine));
        organizations.computeIfPresent(organization, (_, lanes) -> {
            var free = new ArrayList<Waiting>();
            for (var other : lanes.waiting) {
                if (free.size() + 1 == TOGETHER_MAX) break;
                if (!talks(together, other) && !talks(free, other)) free.add(other);
            }
            together.addAll(free.subList(0, Integer.highestOneBit(free.size() + 1) - 1));
            lanes.waiting.removeAll(together);
            return lanes;
        });
        together.sort(Comparator.comparing(Waiting::conversation));
        return together;
    }

    private static boolean talks(List<Waiting> some, Waiting other) {
        return some.stream().anyMatch(one -> one.conversation().equals(other.conversation()));
    }

    private void leave(String organization) {
        organizations.computeIfPresent(organization, (_, lanes) -> {
            var next = lanes.waiting.poll();
            if (next != null) next.turn.complete(new Turn.Lane());
            else lanes.taken--;
            return lanes.taken == 0 ? null : lanes;
        });
    }
}

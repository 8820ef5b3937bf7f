package app.lienzo.live;

import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/// One organization's log as this replica reads it, once for all who follow it here.
final class Tail {
    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final long UNSETTLED_WAIT_MILLIS = 3;

    /// While rows keep coming, they are read so far apart: many in one look, instead of a look for
    /// each.
    private static final long GATHER_MILLIS = 20;

    /// Must fit into what a stream keeps for its follower, or he is cut off at the same place again and
    /// again.
    private static final int CATCH_UP_BATCHES_MAX = 5;

    private final OrganizationView organization;
    private final EventLog log;
    private final Scope scope;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicInteger wanted = new AtomicInteger();
    private final List<Stream> members = new CopyOnWriteArrayList<>();
    private final Map<UUID, List<Stream>> conversations = new ConcurrentHashMap<>();
    private Cursor position;

    Tail(OrganizationView organization, EventLog log, Scope scope) {
        this.organization = organization;
        this.log = log;
        this.scope = scope;
        this.position = scope.call(organization, log::end);
    }

    /// Adds a follower; what it missed since `from` comes first.
    void join(Stream stream, @org.jspecify.annotations.Nullable Cursor from) {
        reading.lock();
        try {
            if (from != null && from.compareTo(position) < 0) scope.run(organization, () -> catchUp(stream, from));
            switch (stream.audience()) {
                case Audience.Member _ -> members.add(stream);
                case Audience.Conversation followed -> join(followed.conversation(), stream);
                case Audience.Customer customer -> customer.subjects().forEach(subject -> join(subject, stream));
            }
        } finally {
            reading.unlock();
        }
    }

    private void join(UUID subject, Stream stream) {
        conversations
                .computeIfAbsent(subject, _ -> new CopyOnWriteArrayList<>())
                .add(stream);
    }

    void leave(Stream stream) {
        switch (stream.audience()) {
            case Audience.Member _ -> members.remove(stream);
            case Audience.Conversation followed -> leave(followed.conversation(), stream);
            case Audience.Customer customer -> customer.subjects().forEach(subject -> leave(subject, stream));
        }
    }

    private void leave(UUID subject, Stream stream) {
        conversations.computeIfPresent(subject, (_, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    boolean deserted() {
        return members.isEmpty() && conversations.isEmpty();
    }

    Collection<Stream> streams() {
        var all = new LinkedHashSet<>(members);
        conversations.values().forEach(all::addAll);
        return all;
    }

    /// Whether anybody follows a conversation here from its customer's side.
    boolean followed(UUID conversation) {
        return conversations.containsKey(conversation);
    }

    boolean teamPresent(UUID space) {
        return members.stream()
                .anyMatch(stream -> stream.audience() instanceof Audience.Member member
                        && member.spaces().contains(space));
    }

    /// The log grew, or might have. One reader at a time; whoever comes meanwhile makes it look once
    /// more.
    void wake() {
        if (wanted.getAndIncrement() == 0) Thread.ofVirtual().name("live-tail").start(this::drain);
    }

    private void drain() {
        int rounds = 0;
        int seen;
        do {
            if (rounds++ > 0) pause(GATHER_MILLIS);
            seen = wanted.get();
            try {
                scope.run(organization, this::readOn);
            } catch (RuntimeException e) {
                LOG.warnf("The log could not be read, trying again with the next hint: %s", e.getMessage());
            }
        } while (!wanted.compareAndSet(seen, 0));
    }

    private void readOn() {
        boolean unsettled = true;
        while (unsettled) {
            reading.lock();
            try {
                var entries = log.after(position);
                unsettled = !entries.isEmpty();
                for (var entry : entries) {
                    if (!entry.settled()) break;
                    deliver(entry.event());
                    position = entry.cursor();
                }
                if (unsettled && entries.getLast().settled()) {
                    // Whoever writes the next row will say so.
                    if (entries.size() < EventLog.BATCH) return;
                    continue;
                }
            } finally {
                reading.unlock();
            }
            if (unsettled) pause(UNSETTLED_WAIT_MILLIS);
        }
    }

    private void catchUp(Stream stream, Cursor from) {
        var place = from;
        for (int batch = 0; batch < CATCH_UP_BATCHES_MAX; batch++) {
            var entries = log.after(place);
            if (entries.isEmpty()) return;
            for (var entry : entries) {
                if (!entry.settled() || entry.cursor().compareTo(position) > 0) return;
                stream.offer(entry.event());
                place = entry.cursor();
            }
        }
        stream.reset();
    }

    /// Hands an event to those who may hear it.
    void deliver(LiveEvent event) {
        for (var stream : members) stream.offer(event);
        if (event.conversation() == null) {
            conversations.values().forEach(streams -> streams.forEach(stream -> stream.offer(event)));
            return;
        }
        for (var stream : conversations.getOrDefault(event.conversation(), List.of())) stream.offer(event);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

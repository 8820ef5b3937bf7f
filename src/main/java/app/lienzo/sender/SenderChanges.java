package app.lienzo.sender;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.jobs.JobService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Draws the conclusions from a check: which key signs, whether the sender is proved, who has to know.
@ApplicationScoped
class SenderChanges {
    private static final int DOUBLED_MAX = 12;
    /// Checks are spread over this part of their pause.
    private static final int SPREAD = 10;

    private final Senders senders;
    private final SenderKeys keys;
    private final SenderEvents events;
    private final BrokenSender broken;
    private final AuditTrail audit;
    private final JobService jobs;
    private final Clock clock;
    private final SenderConfig config;

    SenderChanges(
            Senders senders,
            SenderKeys keys,
            SenderEvents events,
            BrokenSender broken,
            AuditTrail audit,
            JobService jobs,
            Clock clock,
            SenderConfig config) {
        this.senders = senders;
        this.keys = keys;
        this.events = events;
        this.broken = broken;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
        this.config = config;
    }

    /// Within a transaction.
    void note(String domain, List<Finding> found) {
        var before = senders.find(domain);
        // Somebody named another domain meanwhile.
        if (before.isEmpty()) return;
        var now = clock.instant();
        var counted = before.get().merged(found);
        remember(before.get(), counted, now);
        switchKeys(domain, counted, now);
        conclude(before.get(), counted, found, now);
    }

    private void remember(Sender before, List<Finding> counted, Instant now) {
        for (var finding : counted) {
            var old = before.findings().stream().filter(finding::isOf).findFirst();
            // A key that was just made is missing as a matter of course.
            if (old.isEmpty() && finding.reason().equals("dkim-missing")) continue;
            boolean changed = old.isEmpty()
                    || old.get().verdict() != finding.verdict()
                    || !old.get().reason().equals(finding.reason());
            if (changed && finding.verdict() != Verdict.UNKNOWN) events.add(finding, now, config.eventsMax());
        }
    }

    /// A key that DNS shows for the first time takes over.
    private void switchKeys(String domain, List<Finding> counted, Instant now) {
        for (var key : keys.of(domain)) {
            boolean shown = counted.stream()
                    .anyMatch(finding -> finding.fresh()
                            && finding.record().equals(key.record())
                            && finding.verdict().believable());
            if (key.state() != KeyState.NEW || !shown) continue;
            keys.activate(key, now, now.plus(config.grace()));
            audit.record(Actor.SYSTEM, "sender-key-switched", "sender", key.id());
        }
    }

    private void conclude(Sender before, List<Finding> counted, List<Finding> found, Instant now) {
        boolean proved = Sender.proves(counted, keys.of(before.domain()));
        boolean well = proved && found.stream().noneMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
        int failures = well ? 0 : Math.min(before.failures() + 1, DOUBLED_MAX);
        boolean changed = before.proved() != proved;
        boolean fell = before.proved() && !proved;
        var due = before.nextCheckAt().isAfter(now) && !changed ? before.nextCheckAt() : now.plus(pause(failures));
        senders.save(new Sender(
                before.domain(),
                now,
                proved,
                changed ? now : before.since(),
                counted,
                failures,
                due,
                fell ? told(before, now) : before.toldAt()));
        if (!due.equals(before.nextCheckAt())) jobs.enqueue(new CheckSender(), due);
        if (changed) audit.record(Actor.SYSTEM, proved ? "sender-proved" : "sender-broken", "sender", null);
    }

    private @Nullable Instant told(Sender before, Instant now) {
        if (before.toldAt() != null && before.toldAt().plus(config.tellPause()).isAfter(now)) return before.toldAt();
        broken.tell(before.domain());
        return now;
    }

    private Duration pause(int failures) {
        if (failures == 0) return spread(config.pauseMax());
        var doubled = config.pause().multipliedBy(1L << (failures - 1));
        return spread(doubled.compareTo(config.pauseMax()) < 0 ? doubled : config.pauseMax());
    }

    private static Duration spread(Duration pause) {
        return pause.minusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / SPREAD + 1));
    }
}

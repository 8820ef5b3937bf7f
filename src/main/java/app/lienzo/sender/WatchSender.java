package app.lienzo.sender;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.jobs.Chore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Sees to it that every sender is checked, whatever became of its jobs, and lets old keys go.
@ApplicationScoped
class WatchSender implements Chore {
    private final SenderCheck check;
    private final SenderService senders;
    private final SenderKeys keys;
    private final AuditTrail audit;
    private final Clock clock;

    WatchSender(SenderCheck check, SenderService senders, SenderKeys keys, AuditTrail audit, Clock clock) {
        this.check = check;
        this.senders = senders;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "watch-sender";
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew().run(() -> {
            senders.follow();
            for (var key : keys.retire(clock.instant()))
                audit.record(Actor.SYSTEM, "sender-key-retired", "sender", key.id());
        });
        check.ifDue();
    }
}

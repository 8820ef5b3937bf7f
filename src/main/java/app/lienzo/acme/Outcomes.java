package app.lienzo.acme;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/// What the operator sees from afar: how orders end, and how many certificates should have been renewed by
/// now.
@ApplicationScoped
class Outcomes {
    private static final String ORDERS = "certificate.orders";

    private final MeterRegistry meters;
    private final AtomicLong late;

    Outcomes(MeterRegistry meters) {
        this.meters = meters;
        this.late = meters.gauge("certificate.renewals.late", new AtomicLong());
    }

    void count(AcmeState state) {
        switch (state) {
            case LIVE -> count("issued");
            case BACKOFF -> count("postponed");
            case BLOCKED -> count("refused");
            case QUEUED, ORDERED, CHALLENGED, FINALIZING -> {
                // Under way.
            }
        }
    }

    void late(long count) {
        late.set(count);
    }

    private void count(String outcome) {
        meters.counter(ORDERS, "outcome", outcome).increment();
    }
}

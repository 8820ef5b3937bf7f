package app.lienzo.operators;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;

/// Visits whose time ran out are closed in the trails.
@ApplicationScoped
class CloseVisits implements Chore {
    private final VisitLedger ledger;

    CloseVisits(VisitLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "close-visits";
    }

    @Override
    public void run() {
        ledger.close("");
    }
}

package app.lienzo.search;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Finds what the index has missed, should it ever.
@ApplicationScoped
class CatchUpSearch implements Chore {
    private final Pending pending;

    CatchUpSearch(Pending pending) {
        this.pending = pending;
    }

    @Override
    public String name() {
        return "catch-up-search";
    }

    @Override
    @Transactional
    public void run() {
        pending.catchUp();
    }
}

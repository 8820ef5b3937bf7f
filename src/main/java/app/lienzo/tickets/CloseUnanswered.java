package app.lienzo.tickets;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;

/// Solved tickets that nobody answered for long are closed.
@ApplicationScoped
class CloseUnanswered implements Chore {
    private final TicketClosingService closing;

    CloseUnanswered(TicketClosingService closing) {
        this.closing = closing;
    }

    @Override
    public String name() {
        return "close-unanswered-tickets";
    }

    @Override
    public void run() {
        closing.closeDue();
    }
}

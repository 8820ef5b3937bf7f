package app.lienzo.sla;

/// What is measured. Answers start anew with each question; the solution stands still while the customer is asked.
public enum Metric {
    /// Until somebody of the team answers for the first time.
    FIRST_RESPONSE,
    /// Until the customer's next message is answered.
    NEXT_RESPONSE,
    /// Until it is solved.
    RESOLUTION;

    /// Whether time stands still while nothing can be done.
    public boolean pauses() {
        return this == RESOLUTION;
    }
}

package app.lienzo.dns;

/// Ends a question without an answer.
final class CouldNotAsk extends Exception {
    private static final long serialVersionUID = 1L;

    private final DnsFault fault;

    CouldNotAsk(DnsFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    DnsFault fault() {
        return fault;
    }
}

package app.lienzo.acme;

import java.io.Serial;

/// Another worker holds the row by now: what this one found out is thrown away, with its transaction.
final class LeaseLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LeaseLost(String host) {
        super(host, null, false, false);
    }
}

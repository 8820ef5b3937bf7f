package app.lienzo.tenancy;

import java.io.Serial;
import java.sql.SQLException;

/// The database said no to a statement of ours. [#duplicate] is the one answer that callers expect.
public final class DatabaseFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";

    private final boolean duplicate;

    public DatabaseFailed(SQLException cause) {
        super(cause);
        this.duplicate = UNIQUE_VIOLATION.equals(cause.getSQLState());
    }

    /// A row with this unique key is already there.
    public boolean duplicate() {
        return duplicate;
    }
}

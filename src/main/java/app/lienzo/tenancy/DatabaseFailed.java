package app.lienzo.tenancy;

import java.io.Serial;
import java.sql.SQLException;

/// The database said no to a statement of ours. [#duplicate] is the one answer that callers expect,
/// [#unfit] the one that a stranger can provoke.
public final class DatabaseFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";

    /// SQLSTATE class 22: a value that the column's type cannot hold.
    private static final String DATA_EXCEPTION = "22";

    private final boolean duplicate;
    private final boolean unfit;

    public DatabaseFailed(SQLException cause) {
        super(cause);
        this.duplicate = UNIQUE_VIOLATION.equals(cause.getSQLState());
        this.unfit = cause.getSQLState() != null && cause.getSQLState().startsWith(DATA_EXCEPTION);
    }

    /// A row with this unique key is already there.
    public boolean duplicate() {
        return duplicate;
    }

    /// What was sent fits into no row, such as a NUL in a text or a date far beyond all calendars: not
    /// the database's fault.
    public boolean unfit() {
        return unfit;
    }
}

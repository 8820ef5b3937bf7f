package app.lienzo.tenancy;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Set;

/// The database said no to a statement of ours. [#duplicate] is the one answer that callers expect,
/// [#unfit] the one that a stranger can provoke.
public final class DatabaseFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";

    /// SQLSTATE class 22: a value that the column's type cannot hold.
    private static final String DATA_EXCEPTION = "22";

    /// SQLSTATE classes of answers after which nothing is stored: data, integrity, rollback (a deadlock among them).
    private static final Set<String> TAKEN_BACK = Set.of("22", "23", "40");

    private final boolean duplicate;
    private final boolean unfit;
    private final boolean takenBack;

    public DatabaseFailed(SQLException cause) {
        super(cause);
        this.duplicate = UNIQUE_VIOLATION.equals(cause.getSQLState());
        this.unfit = DATA_EXCEPTION.equals(kind(cause));
        this.takenBack = TAKEN_BACK.contains(kind(cause));
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

    /// PostgreSQL refused the transaction as a whole, so that it can be tried again: a connection that breaks leaves
    /// open what became of it.
    public boolean takenBack() {
        return takenBack;
    }

    private static String kind(SQLException cause) {
        return cause.getSQLState() == null ? "" : cause.getSQLState().substring(0, 2);
    }
}

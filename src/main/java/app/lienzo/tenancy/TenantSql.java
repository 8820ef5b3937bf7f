package app.lienzo.tenancy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// SQL in the ambient organization's name, for read models and the busiest statements.
///
/// Inside a transaction the statement joins it. Outside, the tenant and the statement travel together
/// in one round trip and form one transaction by themselves (PostgreSQL's extended protocol runs what
/// stands before one Sync as one), so isolation costs no begin, no commit and no second trip; several
/// statements in one text succeed or fail together. A parameter that is null has no type, which makes the
/// driver ask PostgreSQL for one, with a Sync of its own between the two: then a transaction is begun.
@ApplicationScoped
public class TenantSql {
    static final String ANNOUNCE = "select set_config('lienzo.tenant', ?, true)";

    private final AgroalDataSource database;
    private final TransactionManager transactions;
    private final Scope scope;
    private final FairShare shares;

    TenantSql(AgroalDataSource database, TransactionManager transactions, Scope scope, FairShare shares) {
        this.database = database;
        this.transactions = transactions;
        this.scope = scope;
        this.shares = shares;
    }

    /// Reads one row of a result.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The rows of the last statement in `sql` that gives any. Parameters are bound in their order;
    /// lists become arrays.
    ///
    /// @throws DatabaseFailed when PostgreSQL refuses
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        return execute(sql, parameters, statement -> {
            ResultSet last = null;
            for (boolean rows = statement.execute(); rows || statement.getUpdateCount() != -1; rows = next(statement)) {
                if (rows) last = statement.getResultSet();
            }
            var found = new ArrayList<T>();
            while (last != null && last.next()) found.add(row.read(last));
            return found;
        });
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    /// Runs a change.
    ///
    /// @return how many rows the last changing statement touched
    public int update(String sql, @Nullable Object... parameters) {
        return execute(sql, parameters, statement -> {
            int touched = 0;
            for (boolean rows = statement.execute(); rows || statement.getUpdateCount() != -1; rows = next(statement)) {
                if (!rows) touched = statement.getUpdateCount();
            }
            return touched;
        });
    }

    /// Lets the transaction at hand plan each of its statements once, however often it is sent: for work that does
    /// the same for many rows. Otherwise PostgreSQL plans a statement with lists among its parameters anew each
    /// time, which can cost more than the statement does.
    public void planOnce() {
        update("set local plan_cache_mode = force_generic_plan");
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(String sql, @Nullable Object[] parameters, Work<T> work) {
        return inTransaction() ? join(sql, parameters, work) : alone(sql, parameters, work);
    }

    private <T> T join(String sql, @Nullable Object[] parameters, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            Parameters.bind(connection, statement, 1, parameters);
            return work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private <T> T alone(String sql, @Nullable Object[] parameters, Work<T> work) {
        var organization = scope.organization().id();
        try (var _ = shares.take(organization);
                var connection = database.getConnection()) {
            return Arrays.stream(parameters).allMatch(Objects::nonNull)
                    ? announced(connection, organization, sql, parameters, work)
                    : begun(connection, organization, sql, parameters, work);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private static <T> T begun(
            Connection connection, String organization, String sql, @Nullable Object[] parameters, Work<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            // Another text is another statement to the driver: the one without nulls keeps its types.
            var result = announced(connection, organization, sql + " ", parameters, work);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static <T> T announced(
            Connection connection, String organization, String sql, @Nullable Object[] parameters, Work<T> work)
            throws SQLException {
        try (var statement = connection.prepareStatement(ANNOUNCE + "; " + sql)) {
            statement.setString(1, organization);
            Parameters.bind(connection, statement, 2, parameters);
            return work.with(statement);
        }
    }

    private static boolean next(PreparedStatement statement) throws SQLException {
        return statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    }

    private boolean inTransaction() {
        try {
            return transactions.getStatus() == Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }
}

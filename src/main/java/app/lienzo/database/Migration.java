package app.lienzo.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.ui.LoggerUIService;
import org.jboss.logging.Logger;

/// Brings the schema up to date before anything else begins. Most starts find it so: one question to
/// the database instead of Liquibase's many, which would be a sixth of a start.
@ApplicationScoped
class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final long PAUSE_MILLIS = 100;

    private final AgroalDataSource database;
    private final LiquibaseFactory liquibase;

    Migration(AgroalDataSource database, LiquibaseFactory liquibase) {
        this.database = database;
        this.liquibase = liquibase;
    }

    void start(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
        var files = ChangeLog.hash();
        if (done(files)) return;
        try {
            oneAtATime(() -> {
                if (!done(files)) migrate(files);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be looked at", e);
        }
    }

    /// Of replicas that start together: Liquibase's own lock is a table that it has to make first, and two that make it
    /// at the same moment fail. Whoever dies gives the lock back.
    private void oneAtATime(Runnable work) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            while (!locked(statement)) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(hashtext('migration'))");
            }
        }
    }

    private static boolean locked(Statement statement) throws SQLException {
        try (var answer = statement.executeQuery("select pg_try_advisory_lock(hashtext('migration'))")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /// Whatever goes wrong here (there is no schema yet, the question is not known) Liquibase answers
    /// better.
    private boolean done(String files) {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select platform.migrated(?)")) {
            question.setString(1, files);
            try (var answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            LOG.debugf("The schema has to be looked at: %s", e.getMessage());
            return false;
        }
    }

    private void migrate(String files) {
        try {
            // By itself it talks to standard output, which belongs to the tools' results.
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> update(files));
        } catch (Exception e) {
            throw new IllegalStateException("The schema could not be brought up to date", e);
        }
    }

    private void update(String files) throws LiquibaseException, SQLException {
        try (var migration = liquibase.createLiquibase()) {
            migration.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            migration.update(liquibase.createContexts(), liquibase.createLabels());
            remember(((JdbcConnection) migration.getDatabase().getConnection()).getUnderlyingConnection(), files);
        }
    }

    private static void remember(Connection owner, String files) throws SQLException {
        try (var statement = owner.prepareStatement("""
                with forgotten as (delete from platform.migration)
                insert into platform.migration (files, changes) values (?, platform.changes())
                """)) {
            statement.setString(1, files);
            statement.executeUpdate();
        }
        if (!owner.getAutoCommit()) owner.commit();
    }
}

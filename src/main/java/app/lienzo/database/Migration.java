package app.lienzo.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.Scope;
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

    private final AgroalDataSource database;
    private final LiquibaseFactory liquibase;

    Migration(AgroalDataSource database, LiquibaseFactory liquibase) {
        this.database = database;
        this.liquibase = liquibase;
    }

    void start(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
        var files = ChangeLog.hash();
        if (!done(files)) migrate(files);
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

package app.lienzo.jobs;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.DatabaseFailed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;

/// Jobs that failed for good, with their reason, for the operator to see and to queue again.
@ApplicationScoped
class FailedJobs {
    private static final int REASON_MAX = 1_000;

    private final AgroalDataSource database;
    private final Clock clock;

    FailedJobs(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void keep(Envelope envelope, String reason) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into platform.failed_job (id, organization_id, kind, content, reason, at)
                        values (?, ?, ?, ?::jsonb, ?, ?)
                        """)) {
            statement.setObject(1, Ids.next());
            statement.setString(2, envelope.organization());
            statement.setString(3, envelope.kind());
            statement.setString(4, envelope.content());
            statement.setString(5, SafeText.line(reason, REASON_MAX));
            statement.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}

package app.lienzo.tenancy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.SQLException;

/// The second lock: every transaction tells PostgreSQL who asks, and the policies do the rest. The
/// setting dies with the transaction, so a pooled connection cannot carry a tenant to the next request.
@ApplicationScoped
class TransactionScopeAnnouncer {
    private final AgroalDataSource database;
    private final Scope scope;

    TransactionScopeAnnouncer(AgroalDataSource database, Scope scope) {
        this.database = database;
        this.scope = scope;
    }

    void announce(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        scope.find().ifPresent(this::tell);
    }

    private void tell(OrganizationView organization) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TenantSql.ANNOUNCE)) {
            statement.setString(1, organization.id());
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}

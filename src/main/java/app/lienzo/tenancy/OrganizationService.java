package app.lienzo.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;

/// The door to organizations for the operator's side. Works with the operator's role: the one that
/// serves may not write here.
@ApplicationScoped
public class OrganizationService {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 10;

    private final AgroalDataSource operators;
    private final Organizations organizations;
    private final Signals signals;

    OrganizationService(@DataSource("ops") AgroalDataSource operators, Organizations organizations, Signals signals) {
        this.operators = operators;
        this.organizations = organizations;
        this.signals = signals;
    }

    public Optional<OrganizationView> named(String slug) {
        return organizations.named(slug);
    }

    /// The platform itself, which its operators belong to.
    public OrganizationView platform() {
        return organizations.find(OrganizationView.PLATFORM).orElseThrow();
    }

    /// Makes an organization, or leaves the one with this slug as it is.
    public OrganizationView create(String slug, String name, Plan plan, String language, Vocabulary vocabulary) {
        try (var connection = operators.getConnection();
                var statement = connection.prepareStatement("""
                        insert into platform.organization (id, slug, name, plan, language, vocabulary)
                        values (?, ?, ?, ?, ?, ?) on conflict (slug) do nothing
                        """)) {
            statement.setString(1, newId());
            statement.setString(2, slug);
            statement.setString(3, name);
            statement.setString(4, plan.name());
            statement.setString(5, language);
            statement.setString(6, vocabulary.name());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
        signals.tell(Sites.CHANGED, slug);
        return named(slug).orElseThrow();
    }

    private static String newId() {
        var id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return id.toString();
    }
}

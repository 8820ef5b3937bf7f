package app.lienzo.tickets;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the names that spaces have for how far a ticket is.
@ApplicationScoped
class TicketStates {
    private static final String SELECT =
            "select id, space_id, category, name, position, first, version from lienzo.ticket_state where removed_at is null";

    private final TenantSql sql;

    TicketStates(TenantSql sql) {
        this.sql = sql;
    }

    /// A choice as it will stand in the ticket.
    record Chosen(
            TicketCategory category,
            @Nullable UUID id,
            @Nullable String name) {}

    List<TicketStateView> of(UUID space) {
        return sql.list(SELECT + " and space_id = ? order by position, id", TicketStates::read, space);
    }

    List<TicketStateView> of(Collection<UUID> spaces) {
        if (spaces.isEmpty()) return List.of();
        return sql.list(
                SELECT + " and space_id = any(?::uuid[]) order by position, id",
                TicketStates::read,
                List.copyOf(spaces));
    }

    Optional<TicketStateView> find(UUID id) {
        return sql.first(SELECT + " and id = ?", TicketStates::read, id);
    }

    /// @throws Refused `ticket-state-unknown` for a name of another space or category
    Chosen chosen(UUID space, StateChoice choice) {
        var state = choice.state();
        var found = of(space).stream()
                .filter(one -> one.category() == choice.category())
                .filter(one -> state == null ? one.first() : one.id().equals(state))
                .findFirst();
        if (state != null && found.isEmpty()) throw Refused.invalid("ticket-state-unknown");
        return found.map(one -> new Chosen(one.category(), one.id(), one.name()))
                .orElseGet(() -> new Chosen(choice.category(), null, null));
    }

    private static TicketStateView read(ResultSet row) throws SQLException {
        return new TicketStateView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                TicketCategory.valueOf(row.getString(3)),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                row.getInt(7));
    }
}

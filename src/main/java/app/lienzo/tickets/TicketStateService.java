package app.lienzo.tickets;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to a space's own names for how far a ticket is. A category without any is called as the
/// product calls it; the first name of a category is what a ticket gets that comes there by itself.
@ApplicationScoped
public class TicketStateService {
    public static final int NAME_MAX = 40;

    private final TicketStates states;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final TicketConfig config;

    TicketStateService(TicketStates states, SpaceService spaces, AuditTrail audit, TenantSql sql, TicketConfig config) {
        this.states = states;
        this.spaces = spaces;
        this.audit = audit;
        this.sql = sql;
        this.config = config;
    }

    /// In the order of their categories, the usual one of each first.
    public List<TicketStateView> of(SignedIn me, UUID space) {
        me.require(Permission.TICKETS_WORK, space);
        return states.of(space);
    }

    /// The same for several spaces; those in which he does not work have none for him.
    public List<TicketStateView> of(SignedIn me, Collection<UUID> spaces) {
        return states.of(spaces.stream()
                .filter(space -> me.may(Permission.TICKETS_WORK, space))
                .toList());
    }

    /// What a name stands for, when it is one of a space in which he works.
    ///
    /// @param id anything
    public @Nullable TicketCategory category(SignedIn me, String id) {
        return Ids.read(id)
                .flatMap(states::find)
                .filter(state -> me.may(Permission.TICKETS_WORK, state.space()))
                .map(TicketStateView::category)
                .orElse(null);
    }

    /// @throws Refused not found
    public TicketStateView require(SignedIn me, UUID id) {
        var state = states.find(id).orElseThrow(Refused::notFound);
        me.require(Permission.SPACE_SETTINGS, state.space());
        return state;
    }

    /// @throws Refused `ticket-state-name-missing`, `ticket-state-name-taken`, `ticket-states-too-many`
    @Transactional
    public TicketStateView create(SignedIn me, UUID space, TicketCategory category, String name) {
        me.require(Permission.SPACE_SETTINGS, space);
        spaces.requireInUse(space);
        var all = states.of(space);
        if (all.size() >= config.statesMax()) throw Refused.conflict("ticket-states-too-many", config.statesMax());
        var free = free(all, null, name);
        boolean first = all.stream().noneMatch(one -> one.category() == category);
        var id = Ids.next();
        sql.update(
                """
                insert into lienzo.ticket_state (tenant_id, id, space_id, category, name, position, first)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?)
                """,
                id,
                space,
                category,
                free,
                all.stream().mapToInt(TicketStateView::position).max().orElse(0) + 1,
                first);
        audit.record(me.actor(), "ticket-state-created", "ticket-state", id);
        return states.find(id).orElseThrow();
    }

    /// @throws Refused not found, `ticket-state-changed`, and what [#create] refuses of names
    @Transactional
    public void rename(SignedIn me, UUID id, String name, int version) {
        var state = require(me, id);
        var free = free(states.of(state.space()), id, name);
        int renamed = sql.update(
                "update lienzo.ticket_state set name = ?, version = version + 1 where id = ? and version = ?",
                free,
                id,
                version);
        if (renamed == 0) throw Refused.conflict("ticket-state-changed");
        audit.record(me.actor(), "ticket-state-edited", "ticket-state", id);
    }

    /// Makes it the one that is usual in its category.
    ///
    /// @throws Refused not found
    @Transactional
    public void makeFirst(SignedIn me, UUID id) {
        var state = require(me, id);
        sql.update(
                "update lienzo.ticket_state set first = false where space_id = ? and category = ? and first",
                state.space(),
                state.category());
        sql.update("update lienzo.ticket_state set first = true where id = ?", id);
        audit.record(me.actor(), "ticket-state-edited", "ticket-state", id);
    }

    /// Takes a name away: tickets that had it get the one that is usual in the category then.
    ///
    /// @throws Refused not found
    @Transactional
    public void remove(SignedIn me, UUID id) {
        var state = require(me, id);
        sql.update("update lienzo.ticket_state set removed_at = now(), first = false where id = ?", id);
        var rest = states.of(state.space()).stream()
                .filter(one -> one.category() == state.category())
                .toList();
        var heir = rest.stream()
                .filter(TicketStateView::first)
                .findFirst()
                .or(() -> rest.stream().findFirst());
        if (state.first()) {
            heir.ifPresent(one -> sql.update("update lienzo.ticket_state set first = true where id = ?", one.id()));
        }
        sql.update(
                "update lienzo.ticket set state_id = ?::uuid, version = version + 1 where state_id = ?",
                heir.map(TicketStateView::id).orElse(null),
                id);
        audit.record(me.actor(), "ticket-state-removed", "ticket-state", id);
    }

    private static String free(List<TicketStateView> all, @Nullable UUID own, String typed) {
        var name = SafeText.line(typed, NAME_MAX);
        if (name.isEmpty()) throw Refused.invalid("ticket-state-name-missing");
        boolean taken =
                all.stream().anyMatch(one -> !one.id().equals(own) && one.name().equalsIgnoreCase(name));
        if (taken) throw Refused.conflict("ticket-state-name-taken");
        return name;
    }
}

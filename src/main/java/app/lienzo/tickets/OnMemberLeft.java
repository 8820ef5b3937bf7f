package app.lienzo.tickets;

import app.lienzo.identity.MemberLeft;
import app.lienzo.identity.SignedIn;
import app.lienzo.people.OpenWork;
import app.lienzo.spaces.SpaceLeft;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody leaves: his unfinished tickets go to nobody, or to a colleague chosen before, with a line
/// in each and in the
/// transaction that lets him go.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OnMemberLeft implements OpenWork {
    private static final String UNFINISHED = "assignee_id = ? and category in ('NEW', 'OPEN', 'WAITING', 'ON_HOLD')";

    private final Tickets tickets;
    private final Changing changing;
    private final Team team;
    private final TenantSql sql;

    OnMemberLeft(Tickets tickets, Changing changing, Team team, TenantSql sql) {
        this.tickets = tickets;
        this.changing = changing;
        this.team = team;
        this.sql = sql;
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public int inHandOf(UUID member) {
        return sql.first("select count(*)::int from lienzo.ticket where " + UNFINISHED, row -> row.getInt(1), member)
                .orElse(0);
    }

    @Override
    public void handOver(SignedIn by, UUID from, UUID to) {
        for (var id : held(from, null)) {
            var ticket = tickets.find(id).orElseThrow();
            if (team.find(ticket.space(), to).isPresent()) give(id, to, TicketService.author(by));
        }
    }

    void releaseAll(@Observes MemberLeft left) {
        release(left.member(), null);
    }

    void releaseThere(@Observes SpaceLeft left) {
        release(left.member(), left.space());
    }

    private void release(UUID member, @Nullable UUID space) {
        for (var id : held(member, space)) give(id, null, TicketWriter.Author.SYSTEM);
        sql.update("""
                delete from lienzo.ticket_follower f using lienzo.ticket t
                where t.tenant_id = f.tenant_id and t.id = f.ticket_id and f.member_id = ?
                  and (?::uuid is null or t.space_id = ?::uuid)
                """, member, space, space);
    }

    private void give(UUID id, @Nullable UUID to, TicketWriter.Author author) {
        var ticket = changing.begin(tickets.locked(id).orElseThrow());
        changing.apply(ticket, TicketChange.NOTHING.withAssignee(to));
        changing.keep(ticket, author);
    }

    private List<UUID> held(UUID member, @Nullable UUID space) {
        return sql.list(
                "select id from lienzo.ticket where " + UNFINISHED
                        + " and (?::uuid is null or space_id = ?::uuid) order by id",
                row -> row.getObject(1, UUID.class),
                member,
                space,
                space);
    }
}

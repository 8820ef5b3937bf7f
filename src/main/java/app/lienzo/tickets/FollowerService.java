package app.lienzo.tickets;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.live.EventLog;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to who follows a ticket: members who hear of it without having it.
@ApplicationScoped
public class FollowerService {
    private final Tickets tickets;
    private final Team team;
    private final TicketWriter writer;
    private final SpaceService spaces;
    private final EventLog log;
    private final TenantSql sql;
    private final Clock clock;
    private final TicketConfig config;

    FollowerService(
            Tickets tickets,
            Team team,
            TicketWriter writer,
            SpaceService spaces,
            EventLog log,
            TenantSql sql,
            Clock clock,
            TicketConfig config) {
        this.tickets = tickets;
        this.team = team;
        this.writer = writer;
        this.spaces = spaces;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// By name.
    ///
    /// @throws Refused not found
    public List<Colleague> of(SignedIn me, UUID id) {
        require(me, id);
        return sql.list(
                """
                select m.id, m.name, m.avatar_id from lienzo.ticket_follower f
                join lienzo.member m on m.tenant_id = f.tenant_id and m.id = f.member_id
                where f.ticket_id = ? order by lower(m.name), m.id
                """,
                row -> new Colleague(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
                id);
    }

    /// Lets the member himself or a colleague follow it; nothing happens when he does already.
    ///
    /// @throws Refused not found, `member-unknown`, `ticket-followers-too-many`
    @Transactional
    public void follow(SignedIn me, UUID id, UUID member) {
        var ticket = require(me, id);
        spaces.requireInUse(ticket.space());
        var who = team.find(ticket.space(), member).orElseThrow(() -> Refused.invalid("member-unknown"));
        if (of(me, id).size() >= config.followersMax()) {
            throw Refused.conflict("ticket-followers-too-many", config.followersMax());
        }
        int added = sql.update("""
                insert into lienzo.ticket_follower (tenant_id, ticket_id, member_id)
                values (current_setting('lienzo.tenant'), ?, ?) on conflict do nothing
                """, id, member);
        if (added > 0) told(me, id, null, who.name());
    }

    /// @throws Refused not found, also when he does not follow it
    @Transactional
    public void unfollow(SignedIn me, UUID id, UUID member) {
        var ticket = require(me, id);
        spaces.requireInUse(ticket.space());
        var name = sql.first("""
                with gone as (delete from lienzo.ticket_follower where ticket_id = ? and member_id = ? returning *)
                select m.name from gone join lienzo.member m on m.tenant_id = gone.tenant_id and m.id = gone.member_id
                """, row -> row.getString(1), id, member);
        told(me, id, name.orElseThrow(Refused::notFound), null);
    }

    private void told(SignedIn me, UUID id, @Nullable String from, @Nullable String to) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        writer.line(id, new EntryView.Change("follower", from, to), TicketService.author(me), now);
        log.grew();
    }

    private TicketView require(SignedIn me, UUID id) {
        return tickets.visible(me, id).orElseThrow(Refused::notFound);
    }
}

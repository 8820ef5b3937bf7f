package app.lienzo.conversations;

import app.lienzo.identity.MemberLeft;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.live.EventLog;
import app.lienzo.people.OpenWork;
import app.lienzo.spaces.SpaceLeft;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody leaves: what he holds goes back to the inbox, or to a colleague chosen before, with a line in
/// each conversation and in the transaction that lets him go.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OnMemberLeft implements OpenWork {
    private static final String LEFT = "left";

    private final Holding holding;
    private final MessageWriter writer;
    private final SpaceTeamService teams;
    private final EventLog log;
    private final TenantSql sql;
    private final Clock clock;

    OnMemberLeft(
            Holding holding, MessageWriter writer, SpaceTeamService teams, EventLog log, TenantSql sql, Clock clock) {
        this.holding = holding;
        this.writer = writer;
        this.teams = teams;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public int inHandOf(UUID member) {
        return holding.held(member);
    }

    @Override
    public void handOver(SignedIn by, UUID from, UUID to) {
        var places = teams.roles(List.of(to)).getOrDefault(to, Map.of()).keySet();
        var handed = holding.handOver(from, to, places);
        lines(handed, new MessageWriter.Author(by.member(), by.name()), "transferred:" + name(to));
    }

    void releaseAll(@Observes MemberLeft left) {
        release(left.member(), null);
    }

    void releaseThere(@Observes SpaceLeft left) {
        release(left.member(), left.space());
    }

    private void release(UUID member, @Nullable UUID space) {
        lines(holding.releaseAll(member, space), new MessageWriter.Author(member, name(member)), LEFT);
    }

    private void lines(List<Holding.Change> changes, MessageWriter.Author author, String code) {
        for (var change : changes) {
            writer.inside(
                    change.conversation(),
                    new MessageWriter.Row(
                            Ids.next(), MessageKind.SYSTEM, author, code, MessageWriter.Key.NONE, 0, clock.instant()));
        }
        if (!changes.isEmpty()) log.grew();
    }

    /// Also of somebody who is not there any more: what he wrote keeps it.
    private String name(UUID member) {
        return sql.first("select name from lienzo.member where id = ?", row -> row.getString(1), member)
                .orElse("");
    }
}

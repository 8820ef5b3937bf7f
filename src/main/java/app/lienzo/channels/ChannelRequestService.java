package app.lienzo.channels;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.PhoneNumber;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The door to requests for WhatsApp (B2-5): a member who manages channels asks for one in a space,
/// and somebody of the platform's staff activates or declines it. One request at a time for a
/// space.
@ApplicationScoped
@Transactional
public class ChannelRequestService {
    /// Where it is asked for; below it stands what was activated.
    static final String PATH = "/channels/whatsapp";

    private static final int SHOWN_MAX = 100;
    private static final int NOTE_MAX = 1_000;
    private static final String COLUMNS = """
            r.organization_id, o.name, r.id, r.space_id, coalesce(s.name, ''), r.number, r.note, r.member, r.asked_at,
            r.state, r.reason, r.decided_at
            from platform.channel_request r join platform.organization o on o.id = r.organization_id
            left join lienzo.space s on s.tenant_id = r.organization_id and s.id = r.space_id
            """;

    private final TenantSql sql;
    private final SpaceService spaces;
    private final ChannelRequestMails mails;
    private final AuditTrail audit;
    private final Clock clock;

    ChannelRequestService(
            TenantSql sql, SpaceService spaces, ChannelRequestMails mails, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /// The requests of the spaces where the member may see channels, the newest first.
    public List<ChannelRequestView> ours(SignedIn me) {
        return sql.list(
                "select %s where r.organization_id = current_setting('lienzo.tenant') and r.space_id = any(?) and r.state <> 'WITHDRAWN' order by r.asked_at desc limit ?"
                        .formatted(COLUMNS),
                ChannelRequestService::read,
                spaces.inUse(me, Permission.CHANNELS_SEE),
                SHOWN_MAX);
    }

    /// @param number telephone number as typed
    /// @throws Refused not found, `forbidden`; `phone-invalid`, `channel-requested-already`
    public void ask(SignedIn me, UUID space, String number, String note) {
        me.require(Permission.CHANNELS_MANAGE, space);
        spaces.requireInUse(space);
        var phone = PhoneNumber.read(number, me.language(), me.timeZone());
        if (phone == null) throw Refused.invalid("phone-invalid");
        var id = Ids.next();
        int added = sql.update(
                """
                insert into platform.channel_request (organization_id, id, space_id, kind, number, note, member_id, member, asked_at)
                values (current_setting('lienzo.tenant'), ?, ?, 'WHATSAPP', ?, ?, ?, ?, ?)
                on conflict (organization_id, space_id, kind) where state = 'OPEN' do nothing
                """, id, space, phone, SafeText.line(note, NOTE_MAX), me.member(), me.name(), clock.instant());
        if (added == 0) throw Refused.conflict("channel-requested-already");
        audit.record(me.actor(), "channel-request-made", "channel-request", id);
    }

    /// A channel that was activated and waits for its connection.
    ///
    /// @throws Refused not found, also for what is not activated
    public ChannelRequestView prepared(SignedIn me, UUID id) {
        return ours(me).stream()
                .filter(one -> one.id().equals(id) && one.prepared())
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /// Takes a request back, also one that was activated: the number is not wanted any more.
    ///
    /// @throws Refused not found, `channel-request-decided`
    public void withdraw(SignedIn me, UUID id) {
        var request =
                ours(me).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Refused::notFound);
        me.require(Permission.CHANNELS_MANAGE, request.space());
        int withdrawn = sql.update("""
                update platform.channel_request set state = 'WITHDRAWN', reason = '', decided_at = ?
                where organization_id = current_setting('lienzo.tenant') and id = ? and state in ('OPEN', 'ACTIVATED')
                """, clock.instant(), id);
        if (withdrawn == 0) throw Refused.conflict("channel-request-decided");
        audit.record(me.actor(), "channel-request-withdrawn", "channel-request", id);
    }

    /// For operators, in the platform's scope: what waits, the oldest first.
    public List<ChannelRequestView> queue(int max) {
        return sql.list(
                "select %s where r.state = 'OPEN' order by r.asked_at, r.id limit ?".formatted(COLUMNS),
                ChannelRequestService::read,
                max);
    }

    /// For operators, in the platform's scope: what was decided last.
    public List<ChannelRequestView> decided(int max) {
        return sql.list(
                "select %s where r.state in ('ACTIVATED', 'DECLINED') order by r.decided_at desc limit ?"
                        .formatted(COLUMNS),
                ChannelRequestService::read,
                max);
    }

    /// Decides a request of the organization in scope, and writes to whoever made it. Who may is for the caller to see
    /// to.
    ///
    /// @param state activated or declined
    /// @throws Refused `channel-request-decided`, also for what is not there
    public void decide(UUID id, ChannelRequestState state, String reason) {
        var asker = sql.first("""
                update platform.channel_request set state = ?, reason = ?, decided_at = ?
                where organization_id = current_setting('lienzo.tenant') and id = ? and state = 'OPEN' returning member_id
                """, row -> row.getObject(1, UUID.class), state, reason, clock.instant(), id);
        mails.decided(asker.orElseThrow(() -> Refused.conflict("channel-request-decided")), require(id));
    }

    private ChannelRequestView require(UUID id) {
        return sql.first(
                        "select %s where r.organization_id = current_setting('lienzo.tenant') and r.id = ?"
                                .formatted(COLUMNS),
                        ChannelRequestService::read,
                        id)
                .orElseThrow(Refused::notFound);
    }

    private static ChannelRequestView read(ResultSet row) throws SQLException {
        var decidedAt = row.getTimestamp(12);
        return new ChannelRequestView(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                ChannelRequestState.valueOf(row.getString(10)),
                row.getString(11),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}

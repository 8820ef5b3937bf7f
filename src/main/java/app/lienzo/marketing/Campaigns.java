package app.lienzo.marketing;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `lienzo.campaign`.
@ApplicationScoped
class Campaigns {
    private static final String COLUMNS =
            "id, version, subject, body, language, audience, speakers, state, created_by, created_at, scheduled_at, begun_at, ended_at";
    private static final String ONE = " where tenant_id = current_setting('lienzo.tenant') and id = ? ";

    private final TenantSql sql;

    Campaigns(TenantSql sql) {
        this.sql = sql;
    }

    /// @return false when it is there already
    boolean add(UUID id, CampaignDraft draft, String by, Instant now) {
        return sql.update(
                        """
                insert into lienzo.campaign (tenant_id, id, subject, body, language, audience, speakers, state, created_by, created_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?) on conflict do nothing
                """,
                        id,
                        draft.subject(),
                        draft.body(),
                        draft.language().getLanguage(),
                        draft.audience(),
                        draft.speakers(),
                        by,
                        now)
                == 1;
    }

    int count() {
        return sql.first(
                        "select count(*) from lienzo.campaign where tenant_id = current_setting('lienzo.tenant')",
                        row -> row.getInt(1))
                .orElse(0);
    }

    Optional<CampaignView> find(UUID id) {
        return sql.first("select " + COLUMNS + " from lienzo.campaign" + ONE, Campaigns::view, id);
    }

    CampaignView require(UUID id) {
        return find(id).orElseThrow(Refused::notFound);
    }

    /// Newest first.
    List<CampaignView> page(@Nullable UUID before, int max) {
        return sql.list("select " + COLUMNS + """
                         from lienzo.campaign
                        where tenant_id = current_setting('lienzo.tenant') and id < ?
                        order by id desc limit ?
                        """, Campaigns::view, before == null ? Ids.END : before, max);
    }

    boolean write(UUID id, CampaignDraft draft, int version) {
        return sql.update(
                        "update lienzo.campaign set subject = ?, body = ?, language = ?, audience = ?, speakers = ?, version = version + 1"
                                + ONE + "and version = ? and state = 'DRAFT'",
                        draft.subject(),
                        draft.body(),
                        draft.language().getLanguage(),
                        draft.audience(),
                        draft.speakers(),
                        id,
                        version)
                > 0;
    }

    boolean remove(UUID id, int version) {
        return sql.update("delete from lienzo.campaign" + ONE + "and version = ? and state = 'DRAFT'", id, version) > 0;
    }

    boolean schedule(UUID id, Instant at, int version) {
        return sql.update(
                        "update lienzo.campaign set state = 'SCHEDULED', scheduled_at = ?, version = version + 1" + ONE
                                + "and version = ? and state = 'DRAFT'",
                        at,
                        id,
                        version)
                > 0;
    }

    /// Only as it was looked at.
    ///
    /// @return false when it is another one by now, or in another state
    boolean begin(CampaignView looked, Instant now) {
        return sql.update(
                        """
                        update lienzo.campaign set state = 'SENDING', version = version + 1, scheduled_at = null, run = null,
                          leased_until = null, begun_at = ?
                        """ + ONE + "and state = ? and version = ?", now, looked.id(), looked.state(), looked.version())
                > 0;
    }

    /// @return false when it was not in the state it should leave
    boolean become(UUID id, CampaignState before, CampaignState after, Instant now) {
        return sql.update(
                        """
                        update lienzo.campaign set state = ?, version = version + 1, scheduled_at = null, run = null, leased_until = null,
                          begun_at = case when ? then coalesce(begun_at, ?) end, ended_at = case when ? then ? end
                        """ + ONE + "and state = ?",
                        after,
                        after.begun(),
                        now,
                        after == CampaignState.SENT,
                        now,
                        id,
                        before)
                > 0;
    }

    /// Takes the sending of a campaign for a while, unless somebody else has it or another campaign goes out: they
    /// share the limit.
    boolean lease(UUID id, UUID run, Instant now, Instant until) {
        return sql.update(
                        "update lienzo.campaign set run = ?, leased_until = ?" + ONE + """
                        and state = 'SENDING' and (run = ? or leased_until is null or leased_until <= ?)
                        and not exists (select from lienzo.campaign o where o.tenant_id = current_setting('lienzo.tenant') and o.id <> ?
                          and o.state = 'SENDING' and o.leased_until > ?)
                        """,
                        run,
                        until,
                        id,
                        run,
                        now,
                        id,
                        now)
                > 0;
    }

    void release(UUID id, UUID run) {
        sql.update("update lienzo.campaign set leased_until = null" + ONE + "and run = ?", id, run);
    }

    private static CampaignView view(ResultSet row) throws SQLException {
        var draft = new CampaignDraft(
                row.getString(3),
                row.getString(4),
                Languages.offered(row.getString(5)).orElse(Languages.DEFAULT),
                Audience.valueOf(row.getString(6)),
                row.getBoolean(7));
        return new CampaignView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                draft,
                CampaignState.valueOf(row.getString(8)),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                moment(row.getTimestamp(11)),
                moment(row.getTimestamp(12)),
                moment(row.getTimestamp(13)));
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}

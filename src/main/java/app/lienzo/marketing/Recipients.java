package app.lienzo.marketing;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The rows of `lienzo.campaign_recipient`. A recipient is claimed, with the question whether he wants mail at all, in
/// one statement that is committed before anything is sent: whoever dies leaves him claimed, and he is not claimed
/// again.
@ApplicationScoped
class Recipients {
    private static final String OF = " where tenant_id = current_setting('lienzo.tenant') and campaign_id = ? ";
    private static final String SETTLE = """
            update lienzo.campaign_recipient set state = ?, next_at = ?, attempts = attempts + 1,
              email = case when ? then email else '' end, name = case when ? then name else '' end
            where tenant_id = current_setting('lienzo.tenant') and campaign_id = ? and hash = ? and run = ?
              and (state = 'CLAIMED' or state = 'UNKNOWN' and not ?)
            """;
    private static final String CLAIM = """
            update lienzo.campaign_recipient r set run = ?, token_hash = ?,
              state = case when exists (select from platform.marketing_suppression s where s.hash = r.hash)
                       or exists (select from platform.marketing_organization o where o.organization_id = r.organization_id)
                      then 'SUPPRESSED' else 'CLAIMED' end
            where r.tenant_id = current_setting('lienzo.tenant') and r.campaign_id = ? and r.state = 'WAITING' and r.hash = (
                select w.hash from lienzo.campaign_recipient w
                where w.tenant_id = current_setting('lienzo.tenant') and w.campaign_id = ? and w.hash > ? and w.state = 'WAITING' and w.next_at <= ?
                order by w.hash limit 1)
              and exists (select from lienzo.campaign c where c.tenant_id = r.tenant_id and c.id = r.campaign_id and c.state = 'SENDING' and c.run = ?)
            returning r.hash, r.state = 'CLAIMED', r.email, r.name, r.attempts
            """;

    private final TenantSql sql;

    Recipients(TenantSql sql) {
        this.sql = sql;
    }

    /// @param wanted false when he turned out to want no mail
    @SuppressWarnings("ArrayRecordComponent")
    record Claimed(byte[] hash, boolean wanted, String email, String name, int attempts) {}

    /// What became of one who was claimed.
    ///
    /// @param kept whether the address is still needed
    @SuppressWarnings("ArrayRecordComponent")
    record Settled(byte[] hash, String state, Instant nextAt, boolean kept) {}

    /// Each address on the list once, who wants no mail among them: that is asked when it is his turn.
    void fill(UUID campaign, CampaignDraft draft, Instant now) {
        sql.update(
                """
                insert into lienzo.campaign_recipient (tenant_id, campaign_id, hash, organization_id, email, name, state, next_at)
                select distinct on (hash) current_setting('lienzo.tenant'), ?::uuid, hash, organization_id, email, name, 'WAITING', ?::timestamptz
                from platform.marketing_person where (owner or ?) and (language = ? or not ?) order by hash, organization_id
                on conflict do nothing
                """,
                campaign,
                now,
                draft.audience() == Audience.EVERYBODY,
                draft.language().getLanguage(),
                draft.speakers());
    }

    /// The next one after `after`, or nothing when there is none, the campaign was paused or somebody else sends it.
    Optional<Claimed> claim(UUID campaign, UUID run, byte[] token, byte[] after, Instant now) {
        return sql.first(
                CLAIM,
                row -> new Claimed(
                        row.getBytes(1), row.getBoolean(2), row.getString(3), row.getString(4), row.getInt(5)),
                run,
                token,
                campaign,
                campaign,
                after,
                now,
                run);
    }

    /// The same, together with what became of the one before: one round trip and one commit for each mail.
    Optional<Claimed> settleAndClaim(
            UUID campaign, UUID run, Settled settled, byte[] token, byte[] after, Instant now) {
        return sql.first(
                SETTLE + ";\n" + CLAIM,
                row -> new Claimed(
                        row.getBytes(1), row.getBoolean(2), row.getString(3), row.getString(4), row.getInt(5)),
                settled.state(),
                settled.nextAt(),
                settled.kept(),
                settled.kept(),
                campaign,
                settled.hash(),
                run,
                settled.kept(),
                run,
                token,
                campaign,
                campaign,
                after,
                now,
                run);
    }

    void settle(UUID campaign, UUID run, Settled settled) {
        sql.update(
                SETTLE,
                settled.state(),
                settled.nextAt(),
                settled.kept(),
                settled.kept(),
                campaign,
                settled.hash(),
                run,
                settled.kept());
    }

    /// Those whom somebody claimed who is gone: perhaps they have got it.
    int giveUp(UUID campaign, UUID run) {
        return sql.update(
                "update lienzo.campaign_recipient set state = 'UNKNOWN'" + OF + "and state = 'CLAIMED' and run <> ?",
                campaign,
                run);
    }

    /// What nobody needs any more once a campaign is over.
    void forget(UUID campaign) {
        sql.update("update lienzo.campaign_recipient set email = '', name = ''" + OF + "and email <> ''", campaign);
    }

    /// When the next one who waits may be tried; nothing when nobody waits.
    Optional<Instant> next(UUID campaign) {
        return sql.first(
                        "select min(next_at) from lienzo.campaign_recipient" + OF + "and state = 'WAITING'",
                        row -> Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant),
                        campaign)
                .flatMap(found -> found);
    }

    CampaignCounts counts(UUID campaign) {
        return sql.first(
                        """
                        select count(*), count(*) filter (where state in ('WAITING', 'CLAIMED')), count(*) filter (where state = 'SENT'),
                          count(*) filter (where state = 'BOUNCED'), count(*) filter (where state = 'SUPPRESSED'),
                          count(*) filter (where state = 'UNKNOWN'), count(unsubscribed_at)
                        from lienzo.campaign_recipient
                        """ + OF,
                        row -> new CampaignCounts(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                        campaign)
                .orElseThrow();
    }

    /// Whose link this is.
    Optional<byte[]> withToken(byte[] token) {
        return sql.first(
                "select hash from lienzo.campaign_recipient where tenant_id = current_setting('lienzo.tenant') and token_hash = ?",
                row -> row.getBytes(1),
                (Object) token);
    }

    void unsubscribed(byte[] token, Instant now) {
        sql.update("""
                update lienzo.campaign_recipient set unsubscribed_at = coalesce(unsubscribed_at, ?)
                where tenant_id = current_setting('lienzo.tenant') and token_hash = ?
                """, now, token);
    }

    /// How many addresses are on the list.
    long listed() {
        return sql.first("select count(distinct hash) from platform.marketing_person", row -> row.getLong(1))
                .orElse(0L);
    }
}

package app.lienzo.contacts;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to contacts as channels come to know them: by what is said, with or without a signature. No
/// rights are asked.
@ApplicationScoped
public class AcquaintanceService {
    private static final int EXTERNAL_ID_MAX = 200;

    private final TenantSql sql;
    private final Clock clock;

    AcquaintanceService(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A contact nobody knows anything of yet.
    public UUID createAnonymous(UUID space, String language) {
        var id = Ids.next();
        sql.update("""
                insert into lienzo.contact (tenant_id, id, space_id, name, language, created_at, seen_at)
                values (current_setting('lienzo.tenant'), ?, ?, '', ?, ?, ?)
                """, id, space, language, clock.instant(), clock.instant());
        return id;
    }

    /// The contact with an id of somebody else's system, made when it is new; what is said of him now
    /// replaces what was said before, and what is not said stays. What the team wrote into his file stays
    /// in any case, and an address is only said: neither signature nor token covers it.
    ///
    /// @param verified whether a signature stands behind the id; once signed, unsigned words change nothing
    /// @throws Refused `contact-blocked`
    public UUID known(
            UUID space, String externalId, String name, String email, @Nullable String language, boolean verified) {
        var said = CheckedDetails.email(email);
        var found = sql.first(
                        """
                        insert into lienzo.contact as c
                            (tenant_id, id, space_id, external_id, name, email, said_email, language, verified, source,
                             created_at, seen_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)
                        on conflict (tenant_id, space_id, external_id) where external_id is not null do update set
                            name = case when c.verified and not excluded.verified or c.merged_into is not null
                                          or c.changed_at is not null and c.name <> '' then c.name
                                        else coalesce(nullif(excluded.name, ''), c.name) end,
                            email = case when c.verified and not excluded.verified or c.merged_into is not null then c.email
                                         when c.email = '' or c.email = c.said_email
                                             then coalesce(excluded.said_email, c.email)
                                         else c.email end,
                            said_email = case when c.verified and not excluded.verified or c.merged_into is not null
                                                   then c.said_email
                                              when exists (select from lienzo.contact_email e where e.tenant_id = c.tenant_id
                                                           and e.contact_id = c.id and e.address = excluded.said_email)
                                                   then c.said_email
                                              else coalesce(excluded.said_email, c.said_email) end,
                            verified = c.verified or excluded.verified,
                            seen_at = excluded.seen_at
                        returning id, blocked_at is not null
                        """,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getBoolean(2)),
                        Ids.next(),
                        space,
                        SafeText.line(externalId, EXTERNAL_ID_MAX),
                        SafeText.line(name, ContactService.NAME_MAX),
                        said,
                        said,
                        language,
                        verified,
                        verified ? ContactSource.CHAT : ContactSource.API,
                        clock.instant(),
                        clock.instant())
                .orElseThrow();
        if (found.getValue()) throw Refused.forbidden("contact-blocked");
        return found.getKey();
    }

    /// What somebody says of himself and nobody checks. It fills what is not known of him: who is known by a signature
    /// or has a file keeps what stands there, and another address than his is only kept as said.
    ///
    /// @throws Refused `contact-email-invalid`
    public void say(UUID id, String name, String email) {
        var said = CheckedDetails.email(email);
        if (said.isEmpty() && !email.isBlank())
            throw Refused.invalid("contact-email-invalid", SafeText.line(email, ContactService.NAME_MAX));
        sql.update("""
                update lienzo.contact c set
                    name = case when c.name = '' or (not c.verified and c.changed_at is null and c.merged_into is null)
                                then coalesce(nullif(?, ''), c.name) else c.name end,
                    said_email = case when exists (select from lienzo.contact_email e where e.tenant_id = c.tenant_id
                                                   and e.contact_id = c.id and e.address = ?)
                                      then c.said_email else coalesce(nullif(?, ''), c.said_email) end,
                    email = case when c.email = '' or c.email = c.said_email then coalesce(nullif(?, ''), c.email)
                                 else c.email end
                where c.id = ? and c.merged_into is null and c.removed_at is null
                """, SafeText.line(name, ContactService.NAME_MAX), said, said, said, id);
    }

    /// He was here just now.
    public void seen(UUID id) {
        sql.update("update lienzo.contact set seen_at = ? where id = ?", clock.instant(), id);
    }
}

package app.lienzo.contacts;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to contacts.
@ApplicationScoped
public class ContactService {
    public static final int NAME_MAX = 120;
    private static final int EMAIL_MAX = 254;
    private static final int EXTERNAL_ID_MAX = 200;

    private final TenantSql sql;
    private final Clock clock;

    ContactService(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<ContactView> find(UUID id) {
        return sql.first("""
                select id, space_id, name, email, external_id, verified, language, created_at, seen_at
                from lienzo.contact where id = ?
                """, ContactService::read, id);
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
    /// replaces what was said before, and what is not said stays.
    ///
    /// @param verified whether a signature stands behind it; once signed, unsigned words change nothing
    public UUID known(
            UUID space, String externalId, String name, String email, @Nullable String language, boolean verified) {
        return sql.first(
                        """
                        insert into lienzo.contact as c
                            (tenant_id, id, space_id, external_id, name, email, language, verified, created_at, seen_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, space_id, external_id) where external_id is not null do update set
                            name = case when c.verified and not excluded.verified then c.name
                                        else coalesce(nullif(excluded.name, ''), c.name) end,
                            email = case when c.verified and not excluded.verified then c.email
                                         else coalesce(nullif(excluded.email, ''), c.email) end,
                            verified = c.verified or excluded.verified,
                            seen_at = excluded.seen_at
                        returning id
                        """,
                        row -> row.getObject(1, UUID.class),
                        Ids.next(),
                        space,
                        SafeText.line(externalId, EXTERNAL_ID_MAX),
                        SafeText.line(name, NAME_MAX),
                        SafeText.line(email, EMAIL_MAX),
                        language,
                        verified,
                        clock.instant(),
                        clock.instant())
                .orElseThrow();
    }

    /// He was here just now.
    public void seen(UUID id) {
        sql.update("update lienzo.contact set seen_at = ? where id = ?", clock.instant(), id);
    }

    private static ContactView read(ResultSet row) throws SQLException {
        return new ContactView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                instant(row.getTimestamp(9)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

package app.lienzo.certificates;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows, as the organization in scope sees and writes its own.
@ApplicationScoped
class Certificates {
    private static final String OWN = "organization_id = current_setting('lienzo.tenant')";
    private static final String COLUMNS = "id, host, source, issuer, serial, not_before, not_after";

    private final TenantSql sql;

    Certificates(TenantSql sql) {
        this.sql = sql;
    }

    void add(CertificateView view, byte[] chain, byte[] sealedKey, Instant now) {
        sql.update(
                """
                insert into platform.certificate (organization_id, %s, chain, sealed_key, created_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(COLUMNS),
                view.id(),
                view.host(),
                view.source(),
                view.issuer(),
                view.serial(),
                view.notBefore(),
                view.notAfter(),
                chain,
                sealedKey,
                now);
    }

    /// What may be shown, the first choice first.
    List<CertificateView> usable(String host) {
        return sql.list("""
                select %s from platform.certificate where %s and host = ? and sealed_key is not null
                order by source desc, not_before desc, id desc
                """.formatted(COLUMNS, OWN), Certificates::read, host);
    }

    List<CertificateView> history(String host) {
        return sql.list("""
                select %s from platform.certificate where %s and host = ? order by created_at desc, id desc
                """.formatted(COLUMNS, OWN), Certificates::read, host);
    }

    Optional<byte[]> chain(UUID id) {
        return sql.first(
                "select chain from platform.certificate where %s and id = ?".formatted(OWN),
                row -> row.getBytes(1),
                id);
    }

    /// Keys that nobody needs any more: of certificates that ended, and of those that `newest` took over from.
    void destroyKeysBefore(CertificateView newest, Instant now) {
        sql.update("""
                update platform.certificate set sealed_key = null, changed_in = pg_current_xact_id()
                where %s and host = ? and id <> ? and sealed_key is not null and (not_after < ? or source = ? and ?)
                """.formatted(OWN), newest.host(), newest.id(), now, newest.source(), newest.validAt(now));
    }

    void remove(String host, Instant now) {
        sql.update("""
                update platform.certificate set sealed_key = null, removed_at = ?, changed_in = pg_current_xact_id()
                where %s and host = ? and removed_at is null
                """.formatted(OWN), now, host);
    }

    void forgetOld(String host, int kept) {
        sql.update("""
                delete from platform.certificate where %s and host = ? and sealed_key is null and id not in
                    (select id from platform.certificate where %s and host = ? order by created_at desc, id desc limit ?)
                """.formatted(OWN, OWN), host, host, kept);
    }

    void forgetRemovedBefore(Instant before) {
        sql.update("delete from platform.certificate where %s and removed_at < ?".formatted(OWN), before);
    }

    private static CertificateView read(ResultSet row) throws SQLException {
        return new CertificateView(
                row.getObject(1, UUID.class),
                row.getString(2),
                CertificateSource.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}

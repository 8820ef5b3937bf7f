package app.lienzo.acme;

import app.lienzo.certificates.ChallengeCertificate;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What authorities will ask for, answered by every replica. A row is there before the authority is told to
/// ask, and stays until it has made up its mind: it asks from several places, one after the other.
@ApplicationScoped
class Challenges {
    private static final Duration KEPT = Duration.ofDays(7);

    private final TenantSql sql;
    private final Vault vault;

    Challenges(TenantSql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void overHttp(CertificateOrder order, String token, String answer, Instant now) {
        sql.update("""
                insert into platform.acme_challenge (organization_id, token, host, kind, answer, expires_at)
                values (?, ?, ?, 'HTTP', ?, ?) on conflict (host, token) do nothing
                """, order.organization, token, order.host, answer, now.plus(KEPT));
    }

    void overTls(CertificateOrder order, String token, ChallengeCertificate certificate, Instant now) {
        sql.update(
                """
                insert into platform.acme_challenge (organization_id, token, host, kind, answer, certificate, sealed_key, expires_at)
                values (?, ?, ?, 'TLS', '', ?, ?, ?) on conflict (host, token) do nothing
                """,
                order.organization,
                token,
                order.host,
                AlpnCertificate.encoded(certificate.certificate()),
                vault.sealFor(sealedAs(order.host), certificate.key().getEncoded()),
                now.plus(KEPT));
    }

    Optional<String> answer(String token, String host) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(
                        "select answer from platform.acme_challenge where host = ? and token = ? and kind = 'HTTP'",
                        row -> row.getString(1),
                        host,
                        token));
    }

    /// The newest for a host that waits for an authority over TLS.
    Optional<ChallengeCertificate> certificate(String host) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first("""
                select certificate, sealed_key from platform.acme_challenge where host = ? and kind = 'TLS'
                order by expires_at desc limit 1
                """, row -> read(row.getBytes(1), row.getBytes(2), host), host));
    }

    void forget(CertificateOrder order) {
        sql.update(
                "delete from platform.acme_challenge where organization_id = ? and host = ?",
                order.organization,
                order.host);
    }

    void forgetExpired(Instant now) {
        sql.update("delete from platform.acme_challenge where expires_at < ?", now);
    }

    private ChallengeCertificate read(byte[] certificate, byte[] sealedKey, String host) {
        try {
            return new ChallengeCertificate(
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate)),
                    AlpnCertificate.key(vault.openFor(sealedAs(host), sealedKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sealedAs(String host) {
        return "acme-challenge " + host;
    }
}

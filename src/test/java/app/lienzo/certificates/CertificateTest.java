package app.lienzo.certificates;

import static app.lienzo.world.Authority.keys;
import static app.lienzo.world.Authority.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Authority;
import app.lienzo.world.Authority.Issued;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is kept of certificates, whose they are, and what is refused of what customers bring.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CertificateTest {
    private static final Authority CA = Authority.ONE;

    @Inject
    CertificateService certificates;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName(
            "N01: the certificate that was installed last is the one that is shown, and an uploaded one goes before")
    void the_newest_valid_one_is_served() {
        var host = host();
        var first = aurora(() -> certificates.install(acme(host, CA.issue(host))));
        assertThat(serving(host)).isEqualTo(first);
        var second = aurora(() -> certificates.install(acme(host, CA.issue(host))));
        assertThat(serving(host)).isEqualTo(second);
        var own = CA.issue(host);
        var uploaded = aurora(() -> certificates.upload(host, own.chainPem(), own.keyPem()));
        aurora(() -> certificates.install(acme(host, CA.issue(host))));
        assertThat(serving(host)).isEqualTo(uploaded);
        assertThat(aurora(() -> certificates.history(host))).hasSize(4);
        assertThat(aurora(() -> certificates.chain(uploaded))).isEqualTo(own.chain());
        assertThat(aurora(() -> certificates.history(host).getFirst().issuer())).isEqualTo("Test Authority");
    }

    @Test
    @DisplayName("TLS 18: a certificate that is not valid yet does not take over before its time")
    void a_future_certificate_waits() {
        var host = host();
        var now = aurora(() -> certificates.install(acme(host, CA.issue(host))));
        var later = CA.issue(Instant.now().plus(Duration.ofMinutes(5)), Duration.ofDays(9), host);
        aurora(() -> certificates.install(acme(host, later)));
        assertThat(serving(host)).isEqualTo(now);
    }

    @Test
    @DisplayName("N01: a removed certificate is shown no more, its key is gone, its history stays")
    void removing_destroys_the_key() {
        var host = host();
        aurora(() -> certificates.install(acme(host, CA.issue(host))));
        aurora(() -> {
            certificates.remove(host);
            return host;
        });
        assertThat(aurora(() -> certificates.serving(host))).isEmpty();
        assertThat(aurora(() -> certificates.history(host))).hasSize(1);
        assertThat(Rows.one(
                        "select count(*) from platform.certificate where host = ? and sealed_key is not null", host))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("A host keeps a history of limited length, and one key for each source")
    void history_has_an_end() {
        var host = host();
        for (int i = 0; i < 25; i++) aurora(() -> certificates.install(acme(host, CA.issue(host))));
        assertThat(aurora(() -> certificates.history(host))).hasSize(20);
        assertThat(Rows.one(
                        "select count(*) from platform.certificate where host = ? and sealed_key is not null", host))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("T07: one organization neither sees, replaces nor removes what another one installed")
    void certificates_belong_to_one_organization() {
        var host = host();
        var id = aurora(() -> certificates.install(acme(host, CA.issue(host))));
        assertThat(nimbus(() -> certificates.serving(host))).isEmpty();
        assertThat(nimbus(() -> certificates.history(host))).isEmpty();
        assertThatThrownBy(() -> nimbus(() -> certificates.chain(id))).hasMessage("not-found");
        nimbus(() -> {
            certificates.remove(host);
            return host;
        });
        assertThat(serving(host)).isEqualTo(id);
        for (var foreign : List.of(Tenant.AURORA.host(), "*." + Tenant.AURORA.host(), "localhost", "*.localhost"))
            assertThatThrownBy(() -> nimbus(() -> certificates.install(acme(foreign, CA.issue(foreign)))))
                    .hasMessage("certificate-host-foreign");
    }

    @Test
    @DisplayName("T07: the database itself refuses to let one organization write another one's certificate")
    void the_rows_are_locked() throws SQLException {
        var host = host();
        aurora(() -> certificates.install(acme(host, CA.issue(host))));
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('lienzo.tenant', '%s', false)".formatted(Rows.id(Tenant.NIMBUS)));
            for (var attempt : List.of(
                    "delete from platform.certificate where host = '" + host + "'",
                    "update platform.certificate set sealed_key = null where host = '" + host + "'"))
                assertThat(statement.executeUpdate(attempt)).isZero();
            assertThatThrownBy(() -> statement.execute("""
                    insert into platform.certificate (id, organization_id, host, source, issuer, serial, not_before, not_after, chain, created_at)
                    select gen_random_uuid(), organization_id, host, source, issuer, serial, not_before, not_after, chain, created_at
                    from platform.certificate where host = '%s'
                    """.formatted(host))).hasMessageContaining("row-level security");
            assertThatThrownBy(() -> statement.execute("update platform.certificate set host = 'x'"))
                    .hasMessageContaining("permission denied");
        }
        try (var connection = Rows.as("lienzo_ops");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select sealed_key from platform.certificate"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @DisplayName("X10: a key is sealed, for its row and its host")
    void keys_are_sealed() {
        var host = host();
        var issued = CA.issue(host);
        var id = aurora(() -> certificates.install(acme(host, issued)));
        var sealed = Rows.one("select encode(sealed_key, 'hex') from platform.certificate where id = ?", id);
        assertThat(sealed)
                .doesNotContain(java.util.HexFormat.of()
                        .formatHex(issued.key().getEncoded())
                        .substring(60));
    }

    @Test
    @DisplayName("What a customer uploads is sorted, and his root is left out")
    void a_chain_in_any_order_is_put_in_order() {
        var host = host();
        var issued = CA.issue(host);
        var upside = pem(CA.root, CA.middle, issued.leaf());
        var id = aurora(() -> certificates.upload(host, upside, issued.keyPem()));
        assertThat(aurora(() -> certificates.chain(id))).isEqualTo(issued.chain());
        var rsa = CA.issue(keys("RSA", 2048), "*." + host);
        assertThat(aurora(() -> certificates.upload("www." + host, rsa.chainPem(), pem(rsa.key()))))
                .isNotNull();
    }

    @Test
    @DisplayName("What is wrong with an upload is said by name, and nothing is stored")
    void unfit_uploads_are_refused() {
        var host = host();
        var good = CA.issue(host);
        refused("certificate-unreadable", host, "nonsense", good.keyPem());
        refused("certificate-unreadable", host, good.keyPem(), good.keyPem());
        refused("certificate-unreadable", host, good.chainPem().replace("M", "?"), good.keyPem());
        refused("certificate-key-unreadable", host, good.chainPem(), "nonsense");
        refused("certificate-key-encrypted", host, good.chainPem(), """
                -----BEGIN EC PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

                AAECAwQFBgcICQoLDA0ODw==
                -----END EC PRIVATE KEY-----
                """);
        refused("certificate-key-other", host, good.chainPem(), CA.issue(host).keyPem());
        refused("certificate-key-kind", host, CA.issue(keys("EC", 521), host));
        refused("certificate-key-weak", host, CA.issue(keys("RSA", 1024), host));
        refused("certificate-name-missing", host, CA.issue("other." + host));
        refused("certificate-name-missing", "a.b." + host, CA.issue("*." + host));
        refused(
                "certificate-expired",
                host,
                CA.issue(Instant.now().minus(Duration.ofDays(9)), Duration.ofDays(8), host));
        refused(
                "certificate-not-yet-valid",
                host,
                CA.issue(Instant.now().plus(Duration.ofDays(1)), Duration.ofDays(8), host));
        refused(
                "certificate-not-for-servers",
                host,
                CA.issue(
                        keys("EC", 256),
                        Instant.now().minusSeconds(60),
                        Duration.ofDays(9),
                        KeyPurposeId.id_kp_clientAuth,
                        host));
        refused("certificate-chain-incomplete", host, pem(good.leaf()), good.keyPem());
        refused(
                "certificate-chain-broken",
                host,
                good.chainPem() + pem(CA.issue(host).leaf()),
                good.keyPem());
        refused("certificate-chain-long", host, good.chainPem().repeat(5), good.keyPem());
        refused("certificate-too-large", host, "x".repeat(50_000), good.keyPem());
        assertThat(aurora(() -> certificates.history(host))).isEmpty();
    }

    private void refused(String code, String host, Issued issued) {
        refused(code, host, issued.chainPem(), issued.keyPem());
    }

    private void refused(String code, String host, String chain, String key) {
        assertThatThrownBy(() -> aurora(() -> certificates.upload(host, chain, key)))
                .as(code)
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    private UUID serving(String host) {
        return aurora(() -> certificates.serving(host)).orElseThrow().id();
    }

    private static NewCertificate acme(String host, Issued issued) {
        return new NewCertificate(host, issued.chain(), issued.key(), CertificateSource.ACME);
    }

    private static String host() {
        return "h" + UUID.randomUUID() + ".shop.example";
    }

    private <T> T aurora(Callable<T> work) {
        return scope.call(organizations.named("aurora").orElseThrow(), work);
    }

    private <T> T nimbus(Callable<T> work) {
        return scope.call(organizations.named("nimbus").orElseThrow(), work);
    }
}

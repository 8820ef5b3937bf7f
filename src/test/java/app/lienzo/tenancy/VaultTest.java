package app.lienzo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// Secrets at rest.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VaultTest {
    private static final String SECRET = "contraseña del servidor";

    @Inject
    Vault vault;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    void what_was_sealed_opens_for_its_organization_and_purpose() {
        var sealed = in("aurora", () -> vault.seal("mail-password", SECRET));
        assertThat(in("aurora", () -> vault.open("mail-password", sealed))).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("servidor");
        assertThat(in("aurora", () -> vault.seal("mail-password", SECRET))).isNotEqualTo(sealed);
    }

    @Test
    void it_opens_for_no_other_organization_and_no_other_purpose() {
        var sealed = in("aurora", () -> vault.seal("mail-password", SECRET));
        assertThatThrownBy(() -> in("nimbus", () -> vault.open("mail-password", sealed)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in("aurora", () -> vault.open("oidc-secret", sealed)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_is_noticed() {
        var sealed = in("aurora", () -> vault.seal("mail-password", SECRET));
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> in("aurora", () -> vault.open("mail-password", sealed)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in("aurora", () -> vault.open("mail-password", new byte[3])))
                .isInstanceOf(IllegalStateException.class);
    }

    private <T> T in(String slug, Callable<T> work) {
        return scope.call(organizations.named(slug).orElseThrow(), work);
    }
}

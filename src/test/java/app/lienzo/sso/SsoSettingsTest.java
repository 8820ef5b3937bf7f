package app.lienzo.sso;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.Browser;
import app.lienzo.world.Issuer;
import app.lienzo.world.SignOn;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SsoSettingsTest {
    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Inject
    TenantSql sql;

    @Inject
    Signals signals;

    private Issuer issuer;

    @BeforeAll
    void a_provider_opens() {
        issuer = Issuer.open();
    }

    @AfterAll
    void it_closes() {
        for (var tenant : List.of(AURORA, NIMBUS))
            scope.run(organizations.named(tenant.slug()).orElseThrow(), () -> {
                sql.update("delete from lienzo.sso_settings");
                signals.tell("sso", scope.organization().id());
            });
        issuer.close();
    }

    @Test
    void the_screen_shows_the_address_to_copy_and_never_the_secret() {
        SignOn.of(AURORA).with(issuer.address(), Map.of());

        var page = Browser.signedIn(AURORA, "owner").get("/organization/sso").body();

        assertThat(page)
                .contains("https://aurora.localhost/sign-in/sso/callback", issuer.address(), "Entrar con la empresa")
                .doesNotContain(Issuer.SECRET, "100%");
        assertThat(stored("client_secret")).doesNotContain(Issuer.SECRET);
        assertThat(Browser.signedIn(NIMBUS, "owner").get("/organization/sso").body())
                .doesNotContain(issuer.address())
                .contains("https://nimbus.localhost/sign-in/sso/callback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"useradmin", "manager", "agent", "member"})
    @DisplayName("M11: only an Owner may see the settings or have a provider asked")
    void only_an_owner_settles_it(String userName) {
        var browser = Browser.signedIn(AURORA, userName);
        assertThat(browser.get("/organization/sso").status()).isEqualTo(403);
        var form = SignOn.encoded(SignOn.form(issuer.address()));
        assertThat(browser.post("/organization/sso", form).status()).isEqualTo(403);
        assertThat(browser.post("/organization/sso/test", form).status()).isEqualTo(403);
    }

    @Test
    void a_secret_is_kept_when_none_is_typed_and_goes_to_no_other_provider() {
        SignOn.of(AURORA).with(issuer.address(), Map.of());
        SignOn.of(AURORA).with(issuer.address(), Map.of("secret", "", "label", "Otra vez"));
        try (var other = Issuer.open()) {
            var form = SignOn.form(other.address());
            form.remove("secret");
            var answer = SignOn.of(AURORA).settle(form);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("Escribe el secreto", other.address());
        }
        assertThat(stored("issuer")).isEqualTo(issuer.address());
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, '', Escribe la dirección",
        "client, '', Escribe el id",
        "label, '', Escribe el texto",
        "domains, 'no domain at all!', no es un dominio",
        "role, OWNER, propietario",
        "role, KING, reglas",
        "issuer, 'file:///etc/passwd', No se puede usar esa dirección",
        "issuer, 'gopher://localhost/', No se puede usar esa dirección",
        "issuer, 'http://user:pass@localhost/', No se puede usar esa dirección",
        "issuer, 'http://', No se puede usar esa dirección",
        "issuer, 'http://localhost:1/x', no responde"
    })
    @DisplayName("M11: what cannot be is said at once, what was typed is kept, and nothing is stored")
    void what_cannot_be_is_refused(String field, String value, String words) {
        var form = SignOn.form(issuer.address());
        form.put("label", "Nunca guardado");
        form.put(field, value);
        if (!field.equals("label")) form.put("client", field.equals("client") ? value : Issuer.CLIENT);

        var answer = SignOn.of(AURORA).settle(form);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        if (!field.equals("label")) assertThat(answer.body()).contains("Nunca guardado");
        assertThat(stored("label")).isNotEqualTo("Nunca guardado");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, https://evil.example/, llamarse de otra manera",
        "issuer, '', llamarse de otra manera",
        "token_endpoint, '', faltan direcciones",
        "jwks_uri, http://localhost:1/keys, no responde",
        "jwks_uri, file:///etc/passwd, No se puede usar"
    })
    void a_provider_that_describes_itself_badly_is_not_switched_on(String name, String value, String words) {
        try (var odd = Issuer.open().describe(name, value)) {
            var answer = SignOn.of(AURORA).settle(SignOn.form(odd.address()));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains(words, "No se guardó nada");
        }
    }

    @Test
    void the_test_says_in_plain_words_what_is_wrong() {
        var owner = Browser.signedIn(AURORA, "owner");
        var form = SignOn.form(issuer.address());
        assertThat(owner.post("/organization/sso/test", SignOn.encoded(form)).body())
                .contains("se presenta como es debido", "Acepta el id");
        form.put("secret", "wrong");
        assertThat(owner.post("/organization/sso/test", SignOn.encoded(form)).body())
                .contains("no acepta el id. o el secreto");
        form.put("issuer", issuer.address() + "/nowhere");
        assertThat(owner.post("/organization/sso/test", SignOn.encoded(form)).body())
                .contains("no hay una descripción OpenID Connect", "404");
        try (var old = Issuer.open()
                .describe("code_challenge_methods_supported", List.of("plain"))
                .describe("id_token_signing_alg_values_supported", List.of("HS256"))) {
            form.put("issuer", old.address());
            assertThat(owner.post("/organization/sso/test", SignOn.encoded(form))
                            .body())
                    .contains("PKCE");
            old.describe("code_challenge_methods_supported", List.of("S256"));
            assertThat(owner.post("/organization/sso/test", SignOn.encoded(form))
                            .body())
                    .contains("RS256");
        }
    }

    @Test
    void two_owners_do_not_undo_each_others_changes() {
        SignOn.of(AURORA).with(issuer.address(), Map.of());
        var form = SignOn.form(issuer.address());
        form.put("version", "1000");

        assertThat(SignOn.of(AURORA).settle(form).status()).isEqualTo(409);
    }

    private String stored(String column) {
        return scope.call(
                organizations.named("aurora").orElseThrow(),
                () -> sql.first(
                                "select " + column + " from lienzo.sso_settings",
                                row -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .orElse(""));
    }
}

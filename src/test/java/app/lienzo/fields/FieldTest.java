package app.lienzo.fields;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FieldTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    FieldService fields;

    /// A key is given once: each test has names of its own.
    private final String tag = UUID.randomUUID().toString().substring(0, 6);

    /// Other tests make companies and tickets and know of no field of this one.
    @AfterEach
    void no_field_stays() {
        for (var tenant : List.of(AURORA, NIMBUS)) {
            for (var subject : List.of("contact", "company", "ticket")) {
                List<String> ids = tenant.owner()
                        .get("/api/v1/fields?space=" + tenant.space() + "&subject=" + subject)
                        .path("id");
                ids.forEach(id -> tenant.owner().delete("/api/v1/fields/" + id));
            }
        }
    }

    @Test
    @DisplayName(
            "FD-2: a Manager defines a field of his space on the screen; the other organization and the other space know nothing of it")
    void a_manager_defines_a_field() {
        var manager = Browser.signedIn(AURORA, "manager");
        var path = "/organization/spaces/" + AURORA.space() + "/fields";
        assertThat(manager.get("/organization/spaces/" + AURORA.space()).body()).contains(path);
        var made = manager.post(
                path,
                "subject=COMPANY&label=" + Browser.encoded("Número de contrato " + tag) + "&kind=TEXT&options=&usual=");
        assertThat(made.status()).isEqualTo(303);
        var key = key("numero_de_contrato");
        assertThat(keys(AURORA, "company")).contains(key);
        assertThat(keys(NIMBUS, "company")).doesNotContain(key);
        assertThat(keys(AURORA, "contact")).doesNotContain(key);
        String id = AURORA.owner()
                .get("/api/v1/fields?space=" + AURORA.space() + "&subject=company")
                .path("find { it.key == '" + key + "' }.id");
        assertThat(manager.get(path + "/" + id).body())
                .contains("Número de contrato")
                .contains(key);
        assertThat(Browser.signedIn(NIMBUS, "manager")
                        .get("/organization/spaces/" + NIMBUS.space() + "/fields/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(Browser.signedIn(AURORA, "agent").get(path).status()).isEqualTo(403);

        assertThat(manager.post(path + "/" + id + "/removal", "").header("location"))
                .endsWith("removed=" + id);
        assertThat(keys(AURORA, "company")).doesNotContain(key);
        assertThat(manager.get(path + "?removed=" + id).body()).contains("/restore");
        manager.post(path + "/" + id + "/restore", "");
        assertThat(keys(AURORA, "company")).contains(key);
    }

    @Test
    @DisplayName(
            "FD-2: a field without a name, a choice without options and a default that does not fit come back with what was typed")
    void bad_fields_come_back() {
        var manager = Browser.signedIn(AURORA, "manager");
        var path = "/organization/spaces/" + AURORA.space() + "/fields";
        var nameless = manager.post(path, "subject=TICKET&label=+&kind=CHOICE&options=uno%0Ados&usual=");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body()).contains("label-error").contains("uno\ndos");
        assertThat(manager.post(path, "subject=TICKET&label=Planta&kind=CHOICE&options=&usual=")
                        .body())
                .contains("options-error");
        assertThat(manager.post(path, "subject=TICKET&label=Planta&kind=NUMBER&options=&usual=muchos")
                        .body())
                .contains("usual-error");
        assertThat(keys(AURORA, "ticket")).isEmpty();
    }

    @Test
    @DisplayName(
            "FD-2: values are checked by kind, what is required has to be there, and a default counts only where nothing is said")
    void values_are_checked() {
        define("Planta", "number", List.of(), false, "3");
        define("Entrega", "date", List.of(), false, "");
        define("Nivel", "choice", List.of("Oro", "Plata"), true, "Plata");
        define("Firmado", "checkbox", List.of(), false, "");
        var space = UUID.fromString(AURORA.space());
        assertThat(checked(Map.of(), true))
                .isEqualTo(Map.of(key("planta"), new BigDecimal("3"), key("nivel"), "Plata"));
        assertThat(checked(
                        Map.of(
                                key("planta"),
                                "-12,5",
                                key("entrega"),
                                "2027-02-28",
                                key("nivel"),
                                "oro",
                                key("firmado"),
                                "sí",
                                "x",
                                "y"),
                        true))
                .isEqualTo(Map.of(
                        key("planta"),
                        new BigDecimal("-12.5"),
                        key("entrega"),
                        "2027-02-28",
                        key("nivel"),
                        "Oro",
                        key("firmado"),
                        true));
        assertThat(checked(Map.of(key("planta"), ""), true)).doesNotContainKey(key("planta"));
        assertThat(checked(Map.of(), false)).isEmpty();
        for (var wrong : List.of("planta=1e9", "planta=NaN", "entrega=2027-02-30", "nivel=Bronce", "firmado=quizá")) {
            var pair = wrong.split("=");
            assertThatThrownBy(() -> checked(Map.of(key(pair[0]), pair[1]), false))
                    .as(wrong)
                    .isInstanceOf(Refused.class)
                    .hasMessage("field-invalid");
        }
        assertThatThrownBy(() -> checked(Map.of(key("nivel"), ""), true)).hasMessage("field-required");
        assertThat(inAurora(() -> fields.changed(
                        space,
                        FieldSubject.COMPANY,
                        Map.of(key("nivel"), "Bronce", "alt", "kept", key("planta"), new BigDecimal("7")),
                        Map.of(key("nivel"), "Bronce", key("planta"), ""))))
                .isEqualTo(Map.of(key("nivel"), "Bronce", "alt", "kept"));
    }

    @Test
    @DisplayName("FD-2: a change says which version it is of, the kind stays, and a key is never given twice")
    void a_field_changes_with_its_version() {
        var id = define("Planta", "number", List.of(), false, "");
        AURORA.owner()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("label", "Piso"))
                .patch("/api/v1/fields/" + id)
                .then()
                .statusCode(200)
                .body("key", equalTo(key("planta")))
                .body("kind", equalTo("number"));
        AURORA.owner()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("label", "Otra"))
                .patch("/api/v1/fields/" + id)
                .then()
                .statusCode(409);
        AURORA.owner().delete("/api/v1/fields/" + id).then().statusCode(204);
        define("Planta", "text", List.of(), false, "");
        assertThat(keys(AURORA, "company")).contains(key("planta") + "_2").doesNotContain(key("planta"));
        AURORA.owner()
                .get("/api/v1/fields?space=" + AURORA.space() + "&subject=company")
                .then()
                .body("id", not(hasItem(id)));
    }

    private String define(String label, String kind, List<String> options, boolean required, String usual) {
        return AURORA.owner()
                .contentType("application/json")
                .body(Map.of(
                        "space", AURORA.space(),
                        "subject", "company",
                        "label", label + " " + tag,
                        "kind", kind,
                        "options", options,
                        "required", required,
                        "defaultValue", usual))
                .post("/api/v1/fields")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> keys(Tenant tenant, String subject) {
        return tenant.owner()
                .get("/api/v1/fields?space=" + tenant.space() + "&subject=" + subject)
                .path("key");
    }

    private String key(String name) {
        return name + "_" + tag;
    }

    private Map<String, Object> checked(Map<String, String> typed, boolean creating) {
        return inAurora(() -> fields.checked(UUID.fromString(AURORA.space()), FieldSubject.COMPANY, typed, creating));
    }

    private <T> T inAurora(Callable<T> work) {
        return scope.call(organizations.named("aurora").orElseThrow(), work);
    }
}

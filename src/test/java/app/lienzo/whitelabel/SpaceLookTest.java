package app.lienzo.whitelabel;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SpaceLookTest {
    @Test
    @DisplayName(
            "BY-4: a Manager gives his space's portal a name and colours of its own; the organization's other pages stay")
    void a_portal_of_its_own() {
        var manager = Browser.signedIn(AURORA, "manager");
        var path = "/organization/spaces/" + space("principal") + "/look";
        assertThat(manager.get(path).status()).isEqualTo(200);
        assertThat(save(manager, path, "Tienda Sol", "#7a0b4f").status()).isEqualTo(303);
        var portal = visitor("/portal/principal");
        assertThat(portal).contains("Tienda Sol", "content=\"#7a0b4f\"");
        var hash = portal.replaceAll("(?s).*/brand/([0-9a-f]{16})\\.css.*", "$1");
        assertThat(visitor("/brand/" + hash + ".css")).contains("--brand:#7a0b4f;");
        assertThat(visitor("/portal/segundo")).contains("content=\"#0b7a75\"").doesNotContain("Tienda Sol");
        assertThat(visitor("/sign-in")).contains("content=\"#0b7a75\"").doesNotContain("Tienda Sol");
        assertThat(save(manager, path, "", "url(x)").status()).isEqualTo(422);
        assertThat(save(manager, path, "", "").status()).isEqualTo(303);
        assertThat(visitor("/portal/principal")).contains("content=\"#0b7a75\"");
    }

    @Test
    @DisplayName("BY-4: nobody else changes it: no agent, no manager of another organization")
    void nobody_else() {
        var path = "/organization/spaces/" + space("principal") + "/look";
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.get(path).status()).isEqualTo(403);
        assertThat(save(agent, path, "Robada", "#000000").status()).isEqualTo(403);
        var foreign = Browser.signedIn(NIMBUS, "owner");
        assertThat(foreign.get(path).status()).isEqualTo(404);
        assertThat(save(foreign, path, "Robada", "#000000").status()).isEqualTo(404);
        assertThat(visitor("/portal/principal")).doesNotContain("Robada");
    }

    private static Wire.Answer save(Browser browser, String path, String name, String color) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n" + browser.token()
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"color\"\r\n\r\n" + color + "\r\n--x--\r\n";
        return browser.request("POST", path)
                .header("Sec-Fetch-Site", "same-origin")
                .body("multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static String visitor(String path) {
        return Wire.to(AURORA, "GET", path).send().body();
    }

    private static String space(String slug) {
        return Rows.one("select id from lienzo.space where tenant_id = ? and slug = ?", Rows.id(AURORA), slug);
    }
}

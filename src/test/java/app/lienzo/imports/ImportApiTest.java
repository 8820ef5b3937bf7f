package app.lienzo.imports;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.lienzo.world.Patience;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportApiTest {
    private static final String PATH = "/api/v1/imports";

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName(
            "X14: a program brings a file, says its columns, rehearses, starts, follows, and fetches what was left out")
    void a_program_imports_contacts() {
        var csv = "Nombre;Correo electrónico;Algo\r\nJosé Ñandú " + tag + ";jose-" + tag + "@example.com;vip\r\n"
                + "Mala;esto no es un correo;\r\n";
        var run = brought(AURORA.owner(), "contacts", csv.getBytes(Charset.forName("windows-1252")))
                .then()
                .statusCode(201)
                .header("Location", containsString(PATH + "/"))
                .body("state", equalTo("read"))
                .body("charset", equalTo("windows-1252"))
                .body("delimiter", equalTo(";"))
                .body("rows", equalTo(2))
                .body("columns[0].header", equalTo("Nombre"))
                .body("columns[0].target", equalTo("name"))
                .body("columns[0].samples[0]", equalTo("José Ñandú " + tag))
                .body("columns[2].target", nullValue())
                .extract()
                .<String>path("id");
        var path = PATH + "/" + run;
        AURORA.owner().get(path + "/targets").then().body("targets", hasItems("name", "email", "tags"));
        mapped(AURORA.owner(), path, Map.of("0", "name", "1", "email", "2", "tags"))
                .then()
                .statusCode(200)
                .body("columns[2].target", equalTo("tags"));

        AURORA.owner().post(path + "/start").then().statusCode(409).body("type", equalTo("/problems/import-unmapped"));
        AURORA.owner().post(path + "/check").then().statusCode(202);
        until(path, "checked");
        AURORA.owner()
                .get(path + "/rejects")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].row", equalTo(2))
                .body("items[0].detail", containsString("esto no es un correo"))
                .body("next", nullValue());
        assertThat(contacts()).as("a rehearsal keeps nothing").isZero();

        AURORA.owner().post(path + "/start").then().statusCode(202);
        until(path, "done");
        AURORA.owner()
                .get(path)
                .then()
                .body("created", equalTo(1))
                .body("rejected", equalTo(1))
                .body("percent", equalTo(100));
        assertThat(contacts()).isEqualTo(1);
        assertThat(sheet(AURORA, path).asString()).contains("\"Mala\"", "esto no es un correo");
        AURORA.owner().post(path + "/start").then().statusCode(409).body("type", equalTo("/problems/import-over"));
        AURORA.owner().get(PATH).then().body("items.id", hasItems(run));
    }

    @Test
    void a_new_mapping_asks_for_a_new_rehearsal() {
        var path = PATH + "/"
                + brought(
                                AURORA.owner(),
                                "companies",
                                ("name,domain\nUna " + tag + ",\n").getBytes(StandardCharsets.UTF_8))
                        .<String>path("id");
        AURORA.owner().post(path + "/check").then().statusCode(202);
        until(path, "checked");
        mapped(AURORA.owner(), path, Map.of("0", "name"))
                .then()
                .statusCode(200)
                .body("state", equalTo("read"))
                .body("columns[1].target", nullValue());
        AURORA.owner().post(path + "/start").then().statusCode(409);
        AURORA.owner().post(path + "/cancel").then().statusCode(200).body("state", equalTo("canceled"));
    }

    @Test
    @DisplayName("X14: a mapping that cannot be is refused with what is wrong in it")
    void a_mapping_that_cannot_be_is_refused() {
        var path = PATH + "/"
                + brought(AURORA.owner(), "contacts", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .<String>path("id");
        AURORA.owner()
                .post(path + "/check")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/import-name-missing"));
        for (var wrong : java.util.List.of(
                Map.of("0", "passwordHash"), Map.of("2", "name"), Map.of("x", "name"), Map.of("0", "domains")))
            mapped(AURORA.owner(), path, wrong)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/import-target-unknown"));
        mapped(AURORA.owner(), path, Map.of("0", "name", "1", "name"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/import-column-twice"));
        brought(AURORA.owner(), "people", "a\n1\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/import-kind-unknown"));
        brought(AURORA.owner(), "contacts", "name,email\nAna,\"a\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/import-broken"));
    }

    @Test
    @DisplayName(
            "X14: a program says how its file is written; what the file is not, and what no encoding is, is refused")
    void a_program_says_the_encoding() {
        var czech = "name\r\nJiří Dvořák\r\n".getBytes(Charset.forName("windows-1250"));
        brought(AURORA.owner().multiPart("charset", "Windows-1250"), "contacts", czech)
                .then()
                .statusCode(201)
                .body("charset", equalTo("windows-1250"))
                .body("columns[0].samples[0]", equalTo("Jiří Dvořák"));
        brought(AURORA.owner().multiPart("charset", "utf-8"), "contacts", czech)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/import-charset-wrong"));
        brought(AURORA.owner().multiPart("charset", "latin-9000"), "contacts", czech)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/import-charset-unknown"))
                .body("detail", containsString("windows-1250"));
    }

    @Test
    @DisplayName("T05: an import of another organization is none, and who may not manage contacts imports nothing")
    void an_import_is_its_organizations() {
        var path = PATH + "/"
                + brought(AURORA.owner(), "contacts", ("name\n" + tag + "\n").getBytes(StandardCharsets.UTF_8))
                        .<String>path("id");
        for (var one : java.util.List.of(path, path + "/targets", path + "/rejects"))
            NIMBUS.owner().get(one).then().statusCode(404);
        sheet(NIMBUS, path).then().statusCode(404);
        for (var one : java.util.List.of("/check", "/start", "/cancel"))
            NIMBUS.owner().post(path + one).then().statusCode(404);
        mapped(NIMBUS.owner(), path, Map.of("0", "name")).then().statusCode(404);
        NIMBUS.owner().get(PATH).then().statusCode(200).body("items.id", not(hasItems(path.replace(PATH + "/", ""))));
        AURORA.agent().get(path).then().statusCode(403);
        brought(AURORA.agent(), "contacts", "name\nx\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(403);
        // Somebody else's space.
        NIMBUS.owner()
                .multiPart("file", "datos.csv", "name\nx\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "contacts")
                .multiPart("space", AURORA.space())
                .post(PATH)
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("X14: a file may be larger than other bodies; one larger than that is refused before it is read")
    void only_this_route_takes_large_bodies() {
        var wide = ("x," + "y".repeat(1_000) + "\n").repeat(12_700).getBytes(StandardCharsets.UTF_8);
        assertThat(wide.length).isGreaterThan(12 * 1024 * 1024);
        brought(AURORA.owner(), "contacts", wide).then().statusCode(201).body("rows", equalTo(12_699));
        announced("/api/v1/tickets", 12 * 1024 * 1024 + 1);
        announced("/api/v1/imports/" + UUID.randomUUID() + "/check", 12 * 1024 * 1024 + 1);
        announced(PATH, 14 * 1024 * 1024);
        announced("/imports", 14 * 1024 * 1024);
    }

    @Test
    @DisplayName("X14: who announces no length is stopped where his route ends")
    void a_body_of_no_announced_length_is_stopped() throws IOException {
        var piece = ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var request = Wire.to(AURORA, "POST", "/api/v1/tickets")
                .header("Authorization", "Bearer " + AURORA.token("owner"))
                .header("Content-Type", "application/json")
                .header("Transfer-Encoding", "chunked");
        int sent = 0;
        try (var socket = request.open()) {
            var out = socket.getOutputStream();
            while (sent < 1_000) {
                out.write(piece);
                sent++;
            }
        } catch (SocketException _) {
            // Cut off, as it should be.
        }
        assertThat(sent).isBetween(150, 900);
    }

    private static Response sheet(Tenant tenant, String path) {
        return tenant.anybody()
                .header("Authorization", "Bearer " + tenant.slug() + "-owner-token")
                .header("Accept", "text/csv")
                .get(path + "/rejects.csv");
    }

    private static void announced(String path, int bytes) {
        var answer = Wire.to(AURORA, "POST", path)
                .header("Authorization", "Bearer " + AURORA.token("owner"))
                .header("Content-Type", "application/json")
                .header("Content-Length", String.valueOf(bytes))
                .send();
        assertThat(answer.status()).as(path).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/body-too-large");
    }

    private static Response brought(RequestSpecification member, String kind, byte[] content) {
        return member.multiPart("file", "datos.csv", content)
                .multiPart("kind", kind)
                .multiPart("space", AURORA.space())
                .post(PATH);
    }

    private static Response mapped(RequestSpecification member, String path, Map<String, String> targets) {
        return member.contentType("application/json")
                .body(Map.of("targets", targets))
                .put(path + "/mapping");
    }

    private static void until(String path, String state) {
        Patience.until(
                state, () -> AURORA.owner().get(path).<String>path("state").equals(state));
    }

    private int contacts() {
        return Integer.parseInt(
                Rows.one("select count(*) from lienzo.contact_email where address like '%" + tag + "%'"));
    }
}

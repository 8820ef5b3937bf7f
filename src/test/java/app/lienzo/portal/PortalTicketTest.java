package app.lienzo.portal;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Attempt;
import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A customer's tickets at his portal: his own, his company's if he is its main contact, and nobody else's.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalTicketTest {
    private static final String PORTAL = "/portal/principal";

    @Test
    @DisplayName(
            "SO-1, BL-3: a customer opens a ticket with the meanings of its types before him, replies, solves and reopens it; without JavaScript")
    void the_way_of_a_ticket() {
        var customer = employed(AURORA, firm(AURORA), false);
        var browser = customer.browser();
        var form = browser.get(PORTAL + "/new-ticket");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body())
                .contains("Algo que funcionaba ha dejado de funcionar.", "Urgente", "multipart/form-data");
        var opened = open(browser, "No imprime", "La impresora **no** imprime");
        assertThat(opened.status()).isEqualTo(303);
        var path = opened.header("Location").replaceAll("\\?.*", "");
        var page = browser.get(path);
        assertThat(page.body()).contains("No imprime", "<strong>no</strong>", "Recibido", "Incidente");
        assertThat(browser.get(PORTAL + "/tickets").body()).contains("No imprime");
        assertThat(browser.get(PORTAL + "/tickets?q=impri").body()).contains("No imprime");
        assertThat(browser.get(PORTAL + "/tickets?q=otracosa").body()).doesNotContain("No imprime");

        browser.get(path);
        assertThat(browser.post(path + "/replies", "text=Sigue+igual").status()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("Sigue igual");
        assertThat(browser.post(path + "/replies", "text=").status()).isEqualTo(422);
        browser.get(path);
        assertThat(browser.post(path + "/solution", "").status()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("Resuelto", path + "/reopening");
        assertThat(browser.post(path + "/reopening", "").status()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("En curso", path + "/solution");
    }

    @Test
    @DisplayName("SO-1: what the team notes, and who works on it, a customer never sees; what it answers he does")
    void notes_stay_inside() {
        var customer = employed(AURORA, firm(AURORA), false);
        var browser = customer.browser();
        var path = open(browser, "Duda", "¿Cómo?").header("Location").replaceAll("\\?.*", "");
        var id = ticket(AURORA, path);
        said(AURORA, id, "note", "Solo para nosotros");
        said(AURORA, id, "reply", "Así se hace");
        for (var body :
                List.of(browser.get(path).body(), browser.get(path + "/live").body()))
            assertThat(body).contains("Así se hace").doesNotContain("Solo para nosotros");
    }

    @Test
    @DisplayName(
            "SO-1, T05: the main contact sees all tickets of his company; a colleague, a stranger and somebody of another space see a 404 like any other")
    void the_main_contact_and_nobody_else() {
        var firm = firm(AURORA);
        var owner = employed(AURORA, firm, false);
        var main = employed(AURORA, firm, true);
        var colleague = employed(AURORA, firm, false);
        var stranger = employed(AURORA, firm(AURORA), true);
        var path = open(owner.browser(), "Solo mío y de mi jefa", "Hola")
                .header("Location")
                .replaceAll("\\?.*", "");

        var boss = main.browser();
        assertThat(boss.get(path).body()).contains("Solo mío y de mi jefa");
        assertThat(boss.get(PORTAL + "/tickets").body()).doesNotContain("Solo mío y de mi jefa");
        assertThat(boss.get(PORTAL + "/tickets?show=company").body()).contains("Solo mío y de mi jefa");

        var number = path.substring(path.lastIndexOf('/') + 1);
        for (var other : List.of(colleague, stranger)) {
            assertThat(other.browser().get(PORTAL + "/tickets?show=company").body())
                    .doesNotContain("Solo mío y de mi jefa");
            var person = Attempt.Person.customer(other);
            var routes = Route.all().stream()
                    .filter(route -> route.template().startsWith("/portal/{slug}/tickets/{number}"))
                    .toList();
            assertThat(routes).hasSizeGreaterThanOrEqualTo(6);
            for (var route : routes) {
                var place = "/portal/{slug}/tickets/{number}";
                var theirs = Attempt.of(route, person, Things.NOTHING)
                        .put(place, number)
                        .send();
                assertThat(theirs.status()).as("%s", route).isEqualTo(404);
                assertThat(shape(theirs))
                        .as("%s", route)
                        .isEqualTo(
                                shape(Attempt.of(route, person, Things.NOTHING).send()));
            }
        }
        var there = Customer.active(AURORA, "segundo").browser();
        assertThat(there.get(path).status()).as("signed in at another portal").isEqualTo(303);
    }

    @Test
    @DisplayName(
            "X09: a file of a ticket opens for who may see the ticket, and is a 404 for everybody else, also out of a note")
    void files_are_for_who_sees_the_ticket() {
        var customer = employed(AURORA, firm(AURORA), false);
        var browser = customer.browser();
        var boundary = "----customer";
        browser.get(PORTAL + "/new-ticket");
        var body = new StringBuilder();
        Map.of("form-token", browser.token(), "subject", "Con archivo", "text", "Hola", "type", "TASK")
                .forEach((name, value) -> body.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--")
                .append(boundary)
                .append(
                        "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"informe.txt\"\r\nContent-Type: text/plain\r\n\r\nmuy secreto\r\n--")
                .append(boundary)
                .append("--\r\n");
        var opened = browser.request("POST", PORTAL + "/new-ticket")
                .header("Origin", "http://" + AURORA.host())
                .body(
                        "multipart/form-data; boundary=" + boundary,
                        body.toString().getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
        var page = browser.get(opened.header("Location"));
        var file = page.body().replaceAll("(?s).*href=\"(" + PORTAL + "/files/[0-9a-f-]+)\".*", "$1");
        assertThat(file).startsWith(PORTAL + "/files/");
        var got = browser.get(file);
        assertThat(got.body()).isEqualTo("muy secreto");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        assertThat(got.header("Content-Disposition")).startsWith("attachment");

        var nobody = PORTAL + "/files/" + UUID.randomUUID();
        var other = employed(AURORA, firm(AURORA), true).browser();
        assertThat(shape(other.get(file))).isEqualTo(shape(other.get(nobody)));
        assertThat(Wire.to(AURORA, "GET", file).send().status()).as("nobody").isEqualTo(303);
        var abroad = Customer.active(NIMBUS, "principal").browser();
        assertThat(abroad.get(file).status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "BL-2, BL-1: what a customer lacks to be helped is said, each with its state; until then he opens nothing")
    void what_is_missing_is_said() {
        var customer = Customer.active(AURORA, "principal");
        Rows.list("update lienzo.contact set language = null where id = ?::uuid", customer.id());
        var browser = customer.browser();
        assertThat(browser.get(PORTAL + "/new-ticket").header("Location")).isEqualTo(PORTAL + "/support");
        var page = browser.get(PORTAL + "/support").body();
        assertThat(page).contains("Un plan con soporte", "contrato de tu empresa", "Falta", customer.email());
        assertThat(open(browser, "No debería", "Hola").header("Location")).isEqualTo(PORTAL + "/support");
        browser.get(PORTAL + "/support");
        assertThat(browser.post(PORTAL + "/profile/language", "language=es").status())
                .isEqualTo(303);
        assertThat(Rows.one("select language from lienzo.contact where id = ?::uuid", customer.id()))
                .isEqualTo("es");
        employ(AURORA, customer, firm(AURORA), false);
        assertThat(browser.get(PORTAL + "/support").body()).contains("Todo listo");
        assertThat(browser.get(PORTAL + "/new-ticket").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("BL-6, FD-2: a customer writes his own profile; his language wins, a stale form overwrites nothing")
    void a_customer_writes_his_profile() {
        var customer = Customer.active(AURORA, "principal");
        var browser = customer.browser();
        var page = browser.get(PORTAL + "/profile").body();
        var version = page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        assertThat(browser.post(
                                PORTAL + "/profile",
                                "name=In%C3%A9s+Nueva&phone=%2B34600111222&language=pt&timeZone=America%2FBogota&version="
                                        + version)
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(PORTAL + "/profile").body()).contains("<html lang=\"pt\"", "Inés Nueva", "+34600111222");
        var stale = browser.post(PORTAL + "/profile", "name=Otra&phone=&language=es&timeZone=&version=" + version);
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("value=\"Otra\"");
        assertThat(browser.get(PORTAL + "/profile").body()).contains("Inés Nueva");
    }

    @Test
    @DisplayName("SO-2: the same portal in the words of internal IT")
    void the_portal_of_internal_it() {
        var user = employed(NIMBUS, firm(NIMBUS), true);
        var browser = user.browser();
        assertThat(browser.get(PORTAL + "/tickets").body())
                .contains("My site’s")
                .doesNotContain("company’s");
        assertThat(browser.get(PORTAL + "/support").body()).contains("Belonging to a site", "service portal");
    }

    private static Wire.Answer open(Browser browser, String subject, String text) {
        browser.get(PORTAL + "/new-ticket");
        return browser.post(
                PORTAL + "/new-ticket",
                "type=INCIDENT&priority=HIGH&subject=" + Browser.encoded(subject) + "&text=" + Browser.encoded(text)
                        + "&key=" + UUID.randomUUID());
    }

    private static String firm(Tenant tenant) {
        return Rows.one("""
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                values (?, uuidv7(), ?::uuid, 'Firma ' || uuidv7(), now(), now()) returning id
                """, Rows.id(tenant), tenant.space());
    }

    private static Customer employed(Tenant tenant, String firm, boolean seesAll) {
        var customer = Customer.active(tenant, "principal");
        employ(tenant, customer, firm, seesAll);
        return customer;
    }

    private static void employ(Tenant tenant, Customer customer, String firm, boolean seesAll) {
        Rows.list("""
                insert into lienzo.contact_company (tenant_id, space_id, contact_id, company_id, first, sees_all)
                values (?, ?::uuid, ?::uuid, ?::uuid, true, ?)
                """, Rows.id(tenant), tenant.space(), customer.id(), firm, seesAll);
    }

    private static String ticket(Tenant tenant, String path) {
        return Rows.one(
                "select id from lienzo.ticket where tenant_id = ? and space_id = ?::uuid and number = ?::bigint",
                Rows.id(tenant),
                tenant.space(),
                path.substring(path.lastIndexOf('/') + 1));
    }

    private static void said(Tenant tenant, String ticket, String kind, String text) {
        tenant.agent()
                .contentType("application/json")
                .body(Map.of("text", text, "kind", kind))
                .post("/api/v1/tickets/" + ticket + "/entries")
                .then()
                .statusCode(201);
    }

    private static String shape(Wire.Answer answer) {
        return (answer.status() + " " + answer.body())
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("name=\"form-token\" value=\"[^\"]*\"", "{token}")
                .replaceAll("\"X-Form-Token\":\"[^\"]*\"", "{token}");
    }
}

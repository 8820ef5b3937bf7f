package app.lienzo.imports;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    ImportWork work;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName(
            "X14, SO-3: contacts come from a file with errors: columns are guessed, all is tried first, what does not fit is left out with its reason, nobody gets a mail, and the same file again makes no duplicates")
    void contacts_come_from_a_file() {
        var manager = Browser.signedIn(AURORA, "manager");
        var mails = Rows.list("select id from lienzo.outgoing_mail where to_address like ?", "%" + tag + "%");
        var csv = "Nombre;Correo electrónico;Teléfono;Empresa;Etiquetas;Idioma\r\n"
                + "José Ñandú;jose-" + tag + "@example.com;+34 600 111 222;Ferretería " + tag + ";vip, norte;es\r\n"
                + "Sin correo " + tag + ";;+34 600 111 333;Ferretería " + tag + ";;\r\n"
                + "Mala;esto no es un correo;;;;\r\n"
                + "Otra mala;bien-" + tag + "@example.com;12;;;\r\n"
                + ";;;;;es\r\n";
        var path = read(manager, "CONTACTS", csv.getBytes(Charset.forName("windows-1252")));
        var page = manager.get(path).body();
        assertThat(page).contains("windows-1252", "José Ñandú").containsPattern("value=\"email\" selected");
        assertThat(count("contact_email", "address like '%" + tag + "%'")).isZero();

        manager.post(path + "/check", columns("name", "email", "phone", "company", "tags", "language"));
        var checked = until(manager, path, "id=\"outcome\"");
        assertThat(count("contact_email", "address like '%" + tag + "%'"))
                .as("a rehearsal keeps nothing")
                .isZero();
        assertThat(count("company", "name like '%" + tag + "'")).isZero();
        assertThat(checked).contains("esto no es un correo");

        assertThat(manager.post(path + "/start", "").status()).isEqualTo(303);
        until(manager, path, "import-DONE");
        assertThat(Rows.list(
                        "select created || ' ' || known || ' ' || rejected from lienzo.import_run where id = ?::uuid",
                        id(path)))
                .containsExactly("2 0 3");
        assertThat(count(
                        "contact", "name = 'José Ñandú' and source = 'CSV' and email = 'jose-" + tag + "@example.com'"))
                .isEqualTo(1);
        assertThat(count("company", "name = 'Ferretería " + tag + "'")).isEqualTo(1);
        var rejects = manager.get(path + "/rejects.csv").body();
        assertThat(rejects).contains("\"Mala\"", "\"3\"", "esto no es un correo");
        assertThat(rejects.lines()).hasSize(4);

        var again = read(manager, "CONTACTS", csv.getBytes(StandardCharsets.UTF_8));
        manager.post(again + "/check", columns("name", "email", "phone", "company", "tags", "language"));
        until(manager, again, "id=\"outcome\"");
        manager.post(again + "/start", "");
        until(manager, again, "import-DONE");
        assertThat(Rows.list("select created || ' ' || known from lienzo.import_run where id = ?::uuid", id(again)))
                .containsExactly("0 2");
        assertThat(count(
                        "contact",
                        "name in ('José Ñandú', 'Sin correo " + tag + "') and source = 'CSV' and (email like '%" + tag
                                + "%' or name like '%" + tag + "')"))
                .isEqualTo(2);
        assertThat(Rows.list("select id from lienzo.outgoing_mail where to_address like ?", "%" + tag + "%"))
                .isEqualTo(mails);
    }

    @Test
    @DisplayName("X14: companies come from a file, and a domain that is taken is left out with the name of who has it")
    void companies_come_from_a_file() {
        var owner = Browser.signedIn(AURORA, "owner");
        var csv = "name,domains,health,renewal date,plan\n"
                + "Uno " + tag + ",\"uno-" + tag + ".com, uno-" + tag + ".es\",At risk,31/01/2027,plus\n"
                + "Dos " + tag + ",uno-" + tag + ".com,,,\n"
                + "Tres " + tag + ",gmail.com,,,\n"
                + "Uno " + tag + ",uno-" + tag + ".pt,,,\n";
        var path = read(owner, "COMPANIES", csv.getBytes(StandardCharsets.UTF_8));
        owner.post(path + "/check", columns("name", "domains", "health", "renewalOn", "supportPlan"));
        var checked = until(owner, path, "id=\"outcome\"");
        assertThat(checked).contains("gmail.com").contains("Uno " + tag);
        owner.post(path + "/start", "");
        until(owner, path, "import-DONE");
        AURORA.owner()
                .get("/api/v1/companies?q=" + tag)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].domains.size()", equalTo(3))
                .body("items[0].health", equalTo("at-risk"))
                .body("items[0].renewalOn", equalTo("2027-01-31"));
    }

    @Test
    @DisplayName(
            "X14, R04: a process that dies in the middle loses nothing and doubles nothing: the rest is taken up where it stopped")
    void what_was_begun_is_taken_up() {
        var owner = Browser.signedIn(AURORA, "owner");
        var csv = new StringBuilder("name,email\n");
        for (int i = 0; i < 1_200; i++) csv.append("P " + i + ",p" + i + "-" + tag + "@example.com\n");
        var path = read(owner, "CONTACTS", csv.toString().getBytes(StandardCharsets.UTF_8));
        Rows.list(
                "update lienzo.import_run set state = 'RUNNING', mapping = '{\"0\":\"name\",\"1\":\"email\"}' where id = ?::uuid returning 1",
                id(path));
        // What the process did before it died: some hundred rows, and no job is left that would go on.
        scope.call(
                organizations.named("aurora").orElseThrow(),
                () -> work.step(UUID.fromString(id(path)), 300, new KnownNames()));
        assertThat(Rows.one("select done from lienzo.import_run where id = ?::uuid", id(path)))
                .isEqualTo("300");
        assertThat(owner.get(path + "/progress").body()).contains("300");
        Rows.list(
                "update lienzo.import_run set worked_at = now() - interval '1 hour' where id = ?::uuid returning 1",
                id(path));

        owner.get(path);
        until(owner, path, "import-DONE");
        assertThat(Rows.list(
                        "select created || ' ' || known || ' ' || rejected from lienzo.import_run where id = ?::uuid",
                        id(path)))
                .containsExactly("1200 0 0");
        assertThat(count("contact_email", "address like '%-" + tag + "@example.com'"))
                .isEqualTo(1_200);
        assertThat(count("import_chunk", "import_id = '" + id(path) + "'")).isZero();
    }

    @Test
    @DisplayName("X14: two workers on one import share the rows and take none twice")
    void two_workers_take_no_row_twice() throws InterruptedException {
        var owner = Browser.signedIn(AURORA, "owner");
        var csv = new StringBuilder("name,telephone\n");
        for (int i = 0; i < 900; i++) csv.append("W" + i + " " + tag + ",\n");
        var path = read(owner, "CONTACTS", csv.toString().getBytes(StandardCharsets.UTF_8));
        Rows.list(
                "update lienzo.import_run set state = 'RUNNING', mapping = '{\"0\":\"name\"}' where id = ?::uuid returning 1",
                id(path));
        var threads = List.of(worker(path), worker(path));
        for (var thread : threads) thread.join(Duration.ofSeconds(60));
        assertThat(count("contact", "name like 'W% " + tag + "'")).isEqualTo(900);
        assertThat(Rows.one("select state from lienzo.import_run where id = ?::uuid", id(path)))
                .isEqualTo("DONE");
    }

    @Test
    @DisplayName("X14: what is no sheet, too large or has nothing in it is refused in words, and nothing is kept of it")
    void what_is_no_sheet_is_refused() {
        var owner = Browser.signedIn(AURORA, "owner");
        var before = count("import_run", "true");
        refused(owner, "", "cabecera");
        refused(owner, "name,email\nAna,\"a@example.com\nBea,b\n", "comillas");
        refused(owner, "c,".repeat(10_000) + "c\n1\n", "columnas");
        refused(owner, "n\n" + "x\n".repeat(6_820_000), "MB");
        assertThat(count("import_run", "true")).isEqualTo(before);
        assertThat(count("import_chunk", "true"))
                .isEqualTo(count("import_chunk", "import_id in (select id from lienzo.import_run)"));
        var path = read(owner, "CONTACTS", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(owner.post(path + "/check", columns("", "")).status()).isEqualTo(422);
        assertThat(owner.post(path + "/check", columns("name", "name")).body()).contains("otra columna");
        assertThat(owner.post(path + "/start", "").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("T05: an import is seen by nobody of another organization, and an agent imports nothing")
    void an_import_is_its_spaces() {
        var owner = Browser.signedIn(AURORA, "owner");
        var path = read(owner, "CONTACTS", ("name\n" + tag + "\n").getBytes(StandardCharsets.UTF_8));
        var foreign = Browser.signedIn(NIMBUS, "owner");
        assertThat(foreign.get(path).status()).isEqualTo(404);
        assertThat(foreign.get(path + "/rejects.csv").status()).isEqualTo(404);
        assertThat(foreign.get("/imports").body()).doesNotContain(id(path));
        assertThat(Browser.signedIn(AURORA, "agent").get(path).status()).isEqualTo(403);
        owner.post(path + "/cancel", "");
        assertThat(owner.get(path).body()).contains("import-CANCELED");
        assertThat(count("import_chunk", "import_id = '" + id(path) + "'")).isZero();
    }

    @Test
    @DisplayName("X13: an export makes formulas harmless, and what went out comes in again as it was")
    void an_export_is_harmless() {
        var owner = Browser.signedIn(NIMBUS, "owner");
        NIMBUS.company("=HYPERLINK(\"x\") " + tag);
        NIMBUS.contact("@suma " + tag, "suma-" + tag + "@example.com");
        var companies = owner.get("/imports/companies.csv").body();
        assertThat(companies).contains("\"'=HYPERLINK(\"\"x\"\") " + tag + "\"").startsWith("\uFEFF");
        assertThat(owner.get("/imports/contacts.csv").body()).contains("\"'@suma " + tag + "\"");
        var path = read(owner, "COMPANIES", companies.getBytes(StandardCharsets.UTF_8));
        owner.post(path + "/check", "column.0=name");
        until(owner, path, "id=\"outcome\"");
        assertThat(Rows.one("select created from lienzo.import_run where id = ?::uuid", id(path)))
                .isEqualTo("0");
    }

    private Thread worker(String path) {
        var run = UUID.fromString(id(path));
        return Thread.ofVirtual()
                .start(() -> scope.run(organizations.named("aurora").orElseThrow(), () -> {
                    var context = io.quarkus.arc.Arc.container().requestContext();
                    context.activate();
                    try {
                        work.goOn(run);
                    } finally {
                        context.terminate();
                    }
                }));
    }

    private String read(Browser browser, String kind, byte[] content) {
        var answer = upload(browser, kind, content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.header("location");
    }

    private Wire.Answer upload(Browser browser, String kind, byte[] content) {
        browser.get("/imports");
        var space = browser.get("/imports")
                .body()
                .replaceAll("(?s).*<select id=\"space\".*?<option value=\"([^\"]+)\".*", "$1");
        return browser.upload("/imports", Map.of("kind", kind, "space", space), "datos.csv", content);
    }

    private void refused(Browser browser, String content, String words) {
        var answer = upload(browser, "CONTACTS", content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"").contains(words);
    }

    private static String columns(String... targets) {
        var form = new StringBuilder();
        for (int i = 0; i < targets.length; i++)
            form.append(i == 0 ? "" : "&").append("column." + i + "=" + targets[i]);
        return form.toString();
    }

    private static String until(Browser browser, String path, String mark) {
        for (int i = 0; i < 600; i++) {
            var body = browser.get(path).body();
            if (body.contains(mark)) return body;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError(path + " never shows " + mark);
    }

    private static String id(String path) {
        return path.replaceAll(".*/", "");
    }

    private static int count(String table, String condition) {
        return Integer.parseInt(Rows.one("select count(*) from lienzo." + table + " where " + condition));
    }
}

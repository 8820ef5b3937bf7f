package app.lienzo.story;

import static app.lienzo.world.Tenant.AURORA;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportStoryTest {
    private static final int ROWS = 10_000;
    private static final int BAD = 20;
    private static final double PATIENCE = 240_000;
    private static Browsers browsers;

    @BeforeAll
    static void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterAll
    static void closeBrowsers() {
        browsers.close();
    }

    @Test
    @DisplayName(
            "X14: a Manager imports a file of 10,000 rows with errors: he sees what will happen, how far it is, and takes the rest home as a file")
    void a_manager_imports_ten_thousand_rows() throws IOException {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var csv = new StringBuilder("Nombre;Correo;Empresa\r\n");
        for (int i = 1; i <= ROWS; i++) {
            boolean bad = i % (ROWS / BAD) == 0;
            csv.append("Persona ").append(i).append(';');
            csv.append(bad ? "sin arroba" : "p" + i + "-" + tag + "@example.com")
                    .append(";Empresa ");
            csv.append(i % 50).append(' ').append(tag).append("\r\n");
        }
        var manager = Browsers.signIn(browsers.person(390, "light", "es-ES"), "aurora", "manager");
        manager.navigate(Browsers.address("aurora") + "/imports");
        manager.selectOption("#kind", "CONTACTS");
        manager.selectOption("#space", AURORA.space());
        manager.setInputFiles(
                "#file",
                new FilePayload("clientes.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        manager.click("form[enctype] .btn-primary");
        assertThat(manager.locator("h1")).containsText("clientes.csv");
        assertThat(manager.locator("select[name='column.0']")).hasValue("name");
        assertThat(manager.locator("select[name='column.1']")).hasValue("email");
        assertThat(manager.locator("select[name='column.2']")).hasValue("company");

        manager.click("form[action$='/check'] .btn-primary");
        assertThat(manager.locator("#outcome"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(manager.locator("#outcome .btn-primary")).containsText("9980");
        assertThat(manager.locator("#left")).containsText("sin arroba");

        manager.click("#outcome .btn-primary");
        assertThat(manager.locator("progress")).isVisible();
        assertThat(manager.locator(".import-DONE"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        Download rejects = manager.waitForDownload(() -> manager.click("#left footer a"));
        assertThat(Files.readString(rejects.path()).lines()).hasSize(1 + BAD);
        assertThat(Rows.one("select count(*) from lienzo.contact_email where address like '%" + tag + "@example.com'"))
                .isEqualTo("9980");
        assertThat(Rows.one("select count(*) from lienzo.company where name like '%" + tag + "'"))
                .isEqualTo("50");
    }
}

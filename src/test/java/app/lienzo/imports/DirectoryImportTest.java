package app.lienzo.imports;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.EntraDirectory;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DirectoryImportTest {
    @Test
    @DisplayName(
            "SO-3: the people of a directory are read page by page, shown, tried and taken; accounts that are off are left out, nobody gets a mail, and twice makes no duplicates")
    void people_come_from_a_directory() {
        var manager = Browser.signedIn(NIMBUS, "manager");
        var mails = Rows.list("select id from lienzo.outgoing_mail where to_address like '%contoso%'");
        for (int round = 0; round < 2; round++) {
            var path = fetched(manager, EntraDirectory.GOOD, round == 0 ? EntraDirectory.SECRET : "");
            assertThat(until(manager, path, "/check"))
                    .contains("Adele Vance", "Alex Wilber")
                    .doesNotContain("Gone Away");
            var form = new StringBuilder();
            var mapping = Rows.list(
                    "select key || '=' || value from lienzo.import_run, jsonb_each_text(mapping) where id = ?::uuid",
                    id(path));
            mapping.forEach(pair ->
                    form.append(form.isEmpty() ? "" : "&").append("column.").append(pair));
            assertThat(manager.post(path + "/check", form.toString()).status()).isEqualTo(303);
            until(manager, path, "id=\"outcome\"");
            manager.post(path + "/start", "");
            until(manager, path, "import-DONE");
        }
        assertThat(Rows.list("""
                select c.name || ' ' || c.email || ' ' || c.source || ' ' || coalesce(c.language, '-') from lienzo.contact c
                where c.tenant_id = ? and c.source = 'DIRECTORY' order by 1
                """, Rows.id(NIMBUS)))
                .containsExactly(
                        "Adele Vance adelev@contoso.example DIRECTORY es",
                        "Alex Wilber alexw@contoso.example DIRECTORY -",
                        "Guest Person  DIRECTORY -");
        assertThat(EntraDirectory.asked()).anyMatch(asked -> asked.contains("$skiptoken"));
        assertThat(Rows.list("select id from lienzo.outgoing_mail where to_address like '%contoso%'"))
                .isEqualTo(mails);
        assertThat(Rows.list("select encode(secret, 'escape') from lienzo.import_directory"))
                .noneMatch(kept -> kept.contains(EntraDirectory.SECRET));
        assertThat(manager.get("/imports/directory").body())
                .contains(EntraDirectory.GOOD)
                .doesNotContain(EntraDirectory.SECRET);
    }

    @Test
    @DisplayName(
            "M11: a directory that refuses, and one that leads elsewhere, end the import with what to look at; the token goes nowhere else")
    void what_a_directory_says_is_not_followed_blindly() {
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(until(owner, fetched(owner, EntraDirectory.STRICT, EntraDirectory.SECRET), "import-FAILED"))
                .contains("User.Read.All");
        until(owner, fetched(owner, EntraDirectory.TREACHEROUS, EntraDirectory.SECRET), "import-FAILED");
        var incomplete = fetch(owner, "../evil", EntraDirectory.SECRET);
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.body()).contains("../evil").doesNotContain(EntraDirectory.SECRET);
        assertThat(fetch(owner, "other.example", "").status()).isEqualTo(422);
        assertThat(Browser.signedIn(AURORA, "agent").get("/imports/directory").status())
                .isEqualTo(403);
    }

    private static String fetched(Browser browser, String directory, String secret) {
        var answer = fetch(browser, directory, secret);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.header("location");
    }

    private static Wire.Answer fetch(Browser browser, String directory, String secret) {
        var page = browser.get("/imports/directory").body();
        var space = page.replaceAll("(?s).*<select id=\"space\".*?<option value=\"([^\"]+)\".*", "$1");
        return browser.post(
                "/imports/directory",
                "space=" + space + "&directory=" + Browser.encoded(directory) + "&client=" + EntraDirectory.CLIENT
                        + "&secret=" + Browser.encoded(secret));
    }

    private static String until(Browser browser, String path, String mark) {
        for (int i = 0; i < 300; i++) {
            var body = browser.get(path).body();
            if (body.contains(mark)) return body;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError(path + " never shows " + mark);
    }

    private static String id(String path) {
        return path.replaceAll(".*/", "");
    }
}

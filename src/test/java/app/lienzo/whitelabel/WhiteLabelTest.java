package app.lienzo.whitelabel;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhiteLabelTest {
    private static final String HERE = "/organization/white-label";
    private static final Pattern LOOK = Pattern.compile("data-look=\"([0-9a-f]{16})\"");

    @AfterEach
    void as_it_was() {
        for (var tenant : List.of(AURORA, NIMBUS)) {
            var marks = Marks.of(tenant);
            marks.discard();
            marks.opened().browser().post(HERE + "/versions/1/restore", "");
        }
    }

    @Test
    @DisplayName("BY-4: a draft is seen by the Owners in the editor, and by nobody else anywhere")
    void a_draft_is_nobody_elses() {
        var marks = Marks.of(AURORA);
        assertThat(marks.field("name")).isEqualTo("Aurora");
        var saved = marks.with("name", "Alba nueva").with("color", "#7a0b4f").type();
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()).contains("Borrador").contains("hx-swap-oob");
        var look = look(marks.opened().page());

        var shown = marks.browser().get(HERE + "/preview/sign-in");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Alba nueva", HERE + "/look/" + look + ".css")
                .doesNotContain("<script", "Aurora");
        assertThat(shown.header("content-security-policy")).contains("frame-ancestors 'self'", "sandbox");
        var css = marks.browser().get(HERE + "/look/" + look + ".css");
        assertThat(css.body()).contains("--brand:#7a0b4f;");
        assertThat(css.header("cache-control")).startsWith("private");

        for (var page : List.of("/sign-in", "/portal/principal", "/manifest.webmanifest", "/forgot"))
            assertThat(visitor(AURORA, page)).doesNotContain("Alba", "7a0b4f");
        assertThat(Wire.to(AURORA, "GET", "/brand/" + look + ".css").send().status())
                .isEqualTo(404);
        for (var path : List.of(HERE, HERE + "/preview/sign-in", HERE + "/look/" + look + ".css")) {
            assertThat(Wire.to(AURORA, "GET", path).send().status()).isIn(303, 401);
            assertThat(Browser.signedIn(AURORA, "manager").get(path).status()).isEqualTo(403);
            var neighbour = Browser.signedIn(NIMBUS, "owner").get(path);
            assertThat(neighbour.body()).doesNotContain("Alba", "7a0b4f");
        }
    }

    @Test
    @DisplayName("BY-4: every part can be looked at in the look of the draft")
    void every_part_has_a_preview() {
        var marks = Marks.of(AURORA);
        marks.with("name", "Órbita").save();
        for (var part : PreviewPart.values()) {
            if (part == PreviewPart.TAB) continue;
            var shown = marks.browser().get(HERE + "/preview/" + part.code() + "?theme=dark");
            assertThat(shown.status()).as(part.code()).isEqualTo(200);
            assertThat(shown.body()).as(part.code()).contains("Órbita").doesNotContain("<script");
            assertThat(shown.header("content-security-policy")).contains("frame-ancestors 'self'");
        }
        assertThat(marks.browser().get(HERE + "/preview/nothing").status()).isEqualTo(404);
        assertThat(marks.browser().get("/console").header("content-security-policy"))
                .contains("frame-ancestors 'none'");
    }

    @Test
    @DisplayName("BY-4: what is published is seen everywhere at once, and the other organization stays as it is")
    void published_is_everywhere() {
        var before = visitor(NIMBUS, "/sign-in");
        var marks = Marks.of(AURORA);
        marks.with("name", "Alba").with("color", "#7a0b4f").with("title", "{name}: {page}");
        marks.with("imprintUrl", "https://alba.example/aviso").with("supportPhone", "+57 601 555 0199");
        var answer = marks.publish();
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);

        var page = visitor(AURORA, "/sign-in");
        assertThat(page).contains("<title>Alba: ", "https://alba.example/aviso", "tel:+576015550199");
        var hash = page.replaceAll("(?s).*/brand/([0-9a-f]{16})\\.css.*", "$1");
        var css = Wire.to(AURORA, "GET", "/brand/" + hash + ".css").send();
        assertThat(css.body()).contains("--brand:#7a0b4f;");
        assertThat(visitor(AURORA, "/manifest.webmanifest")).contains("\"Alba\"", "#7a0b4f");
        assertThat(visitor(AURORA, "/api/openapi.json")).contains("Alba API");
        assertThat(visitor(AURORA, "/portal/principal")).contains("Alba");
        assertThat(visitor(AURORA, "/nowhere")).contains("Alba: ");
        assertThat(AURORA.visitor()
                        .request()
                        .get(AURORA.channel())
                        .then()
                        .extract()
                        .asString())
                .contains("#7a0b4f");
        assertThat(withoutTokens(visitor(NIMBUS, "/sign-in"))).isEqualTo(withoutTokens(before));
        assertThat(marks.opened().page()).contains("Publicado");
        assertThat(Rows.list(
                        "select action from lienzo.audit_entry where tenant_id = ? and action = 'brand-published' and actor <> 'system'",
                        Rows.id(AURORA)))
                .isNotEmpty();
    }

    @Test
    @DisplayName("BY-4: one goes back to an older version, and that is undone the same way")
    void one_goes_back() {
        var marks = Marks.of(AURORA);
        marks.with("name", "Alba").publish();
        int newest = newest(AURORA);
        assertThat(marks.opened().page()).contains("/versions/" + (newest - 1) + "/restore");
        assertThat(marks.browser()
                        .post(HERE + "/versions/" + (newest - 1) + "/restore", "")
                        .status())
                .isEqualTo(303);
        assertThat(visitor(AURORA, "/sign-in")).contains("· Aurora</title>");
        marks.browser().post(HERE + "/versions/" + newest + "/restore", "");
        assertThat(visitor(AURORA, "/sign-in")).contains("· Alba</title>");
        assertThat(newest(AURORA)).isEqualTo(newest + 2);
        assertThat(marks.browser().post(HERE + "/versions/99999/restore", "").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("BY-4: a discarded draft comes back")
    void a_discarded_draft_comes_back() {
        var marks = Marks.of(AURORA);
        marks.with("name", "Alba").save();
        assertThat(marks.opened().discard().status()).isEqualTo(303);
        assertThat(marks.opened().field("name")).isEqualTo("Aurora");
        marks.browser().post(HERE + "/recover", "");
        assertThat(marks.opened().field("name")).isEqualTo("Alba");
    }

    @Test
    @DisplayName("BY-4: of two Owners who edit at once the second is told, and keeps what he wrote")
    void two_owners_at_once() {
        var one = Marks.of(AURORA);
        var other = Marks.of(AURORA);
        one.with("name", "Alba").save();
        var late = other.with("name", "Ocaso").save();
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("value=\"Ocaso\"", "Otra persona");
        assertThat(one.opened().field("name")).isEqualTo("Alba");
        assertThat(other.publish().status()).as("nor published over").isEqualTo(409);
        assertThat(other.discard().status()).as("nor thrown away").isEqualTo(409);
    }

    @Test
    @DisplayName("BY-4: an Owner who publishes in the moment another one saves is told, and what was saved stays")
    void publishing_meets_saving() throws SQLException, InterruptedException {
        var one = Marks.of(AURORA);
        one.with("name", "Alba").save();
        one.opened();
        CompletableFuture<Integer> answer;
        try (var other = Rows.as("postgres");
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update lienzo.brand_draft set revision = uuidv7(),"
                    + " content = jsonb_set(content, '{name}', '\"Ocaso\"') where tenant_id = '%s'"
                            .formatted(Rows.id(AURORA)));
            answer = CompletableFuture.supplyAsync(() -> one.publish().status(), Thread::startVirtualThread);
            Rows.awaitWaiter("lienzo.brand_draft");
            other.commit();
        }
        assertThat(answer.join()).isEqualTo(409);
        assertThat(one.opened().field("name")).isEqualTo("Ocaso");
        assertThat(visitor(AURORA, "/sign-in")).contains("· Aurora</title>");
    }

    @Test
    @DisplayName("BY-4, X12: what does not fit is said at its field, comes back as typed, and is not kept")
    void faults_stand_at_their_fields() {
        var marks = Marks.of(AURORA);
        var answer = marks.with("color", "red;}body{")
                .with("title", "{secret}")
                .with("helpUrl", "javascript:alert(1)")
                .with("supportEmail", "nobody")
                .with("tagline", "Sigue aquí")
                .save();
        assertThat(answer.status()).isEqualTo(422);
        for (var field : List.of("color", "title", "helpUrl", "supportEmail"))
            assertThat(answer.body()).containsPattern("id=\"error-" + field + "\"[^>]*><p class=\"error\"");
        assertThat(answer.body()).contains("value=\"Sigue aquí\"", "value=\"javascript:alert(1)\"");
        assertThat(marks.opened().field("tagline")).doesNotContain("Sigue");
        assertThat(marks.with("name", "\u200b").type().status()).isEqualTo(422);
    }

    @Test
    @DisplayName("X12: a colour that is not read with white is warned of, works all the same, and is mended on request")
    void a_light_colour_is_mended() {
        var marks = Marks.of(AURORA);
        var light = marks.with("color", "#f2a65a").type();
        assertThat(light.status()).isEqualTo(200);
        assertThat(light.body()).contains("name=\"fix\" value=\"color\"");
        var mended = marks.opened().with("fix", "color").save();
        assertThat(mended.status()).isEqualTo(303);
        assertThat(marks.opened().field("color")).isNotEqualTo("#f2a65a");
        assertThat(marks.page()).doesNotContain("name=\"fix\" value=\"color\"");
        marks.with("use", "color:#123456").save();
        assertThat(marks.opened().field("color")).isEqualTo("#123456");
    }

    @Test
    @DisplayName("X02: a name and a tagline are text wherever they stand")
    void names_are_text() {
        var marks = Marks.of(AURORA);
        marks.with("name", "<img src=x>{#if}{inject:x}").with("tagline", "\"><script>x</script>");
        assertThat(marks.publish().status()).isEqualTo(303);
        for (var page : List.of("/sign-in", "/portal/principal"))
            assertThat(visitor(AURORA, page))
                    .doesNotContain("<img src=x>", "<script>x")
                    .contains("&lt;img src=x&gt;");
        assertThat(marks.browser().get(HERE + "/preview/mail").body()).doesNotContain("<img src=x>");
    }

    @Test
    @DisplayName("BY-4: an Owner sees any page without the brand by ?brand=off, and nobody else does")
    void a_broken_brand_is_mended() {
        var owner = Browser.signedIn(AURORA, "owner").get("/console?brand=off").body();
        assertThat(owner).contains("content=\"#475569\"");
        var hash = owner.replaceAll("(?s).*/brand/([0-9a-f]{16})\\.css.*", "$1");
        assertThat(Wire.to(AURORA, "GET", "/brand/" + hash + ".css").send().body())
                .contains("--brand:#475569;");
        assertThat(Browser.signedIn(AURORA, "manager").get("/console?brand=off").body())
                .contains("content=\"#0b7a75\"");
        assertThat(visitor(AURORA, "/sign-in?brand=off")).contains("content=\"#0b7a75\"");
        assertThat(Browser.signedIn(AURORA, "owner").get("/console").body()).contains("content=\"#0b7a75\"");
    }

    @Test
    @DisplayName("X10: own CSS is filtered, listed where it was not taken, and stands on the portal alone")
    void own_css_stands_on_the_portal_alone() {
        var marks = Marks.of(AURORA);
        var css = ".hero h1{color:#abcdef} @import url(https://evil.example/x.css); a{position:fixed}";
        var kept = marks.with("css", css).type();
        assertThat(kept.body()).contains("position: fixed", "evil.example");
        assertThat(marks.opened().with("css", css).publish().status()).isEqualTo(303);
        var portal = visitor(AURORA, "/portal/principal");
        var path = portal.replaceAll("(?s).*(/brand/[0-9a-f]{16}/portal\\.css).*", "$1");
        var served = Wire.to(AURORA, "GET", path).send();
        assertThat(served.header("content-type")).startsWith("text/css");
        assertThat(served.header("cache-control")).contains("immutable");
        assertThat(served.body()).isEqualTo(".brand .hero h1{color:#abcdef}\n");
        assertThat(portal).contains("class=\"portal brand\"");
        for (var page : List.of("/sign-in", "/forgot", "/api/docs", "/nowhere"))
            assertThat(visitor(AURORA, page)).doesNotContain("portal.css");
        assertThat(Browser.signedIn(AURORA, "manager").get("/console").body()).doesNotContain("portal.css");
        assertThat(marks.opened().with("css", "a".repeat(70_000)).save().status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("BY-4: people are offered the languages of the organization and no others")
    void languages_are_the_organizations() {
        var marks = Marks.of(AURORA);
        marks.with("languages", "en").with("first", "en").publish();
        var page = Wire.to(AURORA, "GET", "/sign-in")
                .header("Accept-Language", "es")
                .header("Cookie", "__Host-language=pt")
                .send()
                .body();
        assertThat(page).contains("lang=\"en\"").doesNotContain("Português", "action=\"/language\"");
        assertThat(Wire.to(NIMBUS, "GET", "/sign-in")
                        .header("Accept-Language", "pt")
                        .send()
                        .body())
                .contains("<html lang=\"pt\"");
    }

    @Test
    @DisplayName("T10: fields that the form does not have change nothing")
    void other_fields_change_nothing() {
        var marks = Marks.of(AURORA);
        for (var name : List.of("tenantId", "organization", "hash", "home", "pictures", "logo", "version"))
            marks.with(name, Rows.id(NIMBUS));
        assertThat(marks.with("name", "Alba").save().status()).isEqualTo(303);
        assertThat(Rows.list("select tenant_id from lienzo.brand_draft where discarded_at is null"))
                .containsExactly(Rows.id(AURORA));
    }

    private static String visitor(Tenant tenant, String path) {
        return Wire.to(tenant, "GET", path)
                .header("Accept", "text/html,application/json")
                .send()
                .body();
    }

    private static int newest(Tenant tenant) {
        return Integer.parseInt(
                Rows.one("select max(number) from lienzo.brand_version where tenant_id = ?", Rows.id(tenant)));
    }

    private static String look(String page) {
        var found = LOOK.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("(value=\"|X-Form-Token\":\")[^\"]{20,}\"", "");
    }
}

package app.lienzo.whitelabel;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.files.SamplePictures;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BrandPicturesTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    @AfterEach
    void as_it_was() {
        var marks = Marks.of(AURORA);
        marks.discard();
        marks.opened().browser().post("/organization/white-label/versions/1/restore", "");
    }

    @Test
    @DisplayName(
            "BY-4: SVG, a page in disguise, a picture bomb and half a picture are refused at their field, with the reason")
    void bad_pictures_are_refused() {
        refused(SVG.getBytes(StandardCharsets.UTF_8), "SVG");
        refused("\u0089PNG<html><script>".getBytes(StandardCharsets.ISO_8859_1), "");
        refused(SamplePictures.pngClaiming(60_000, 60_000), "");
        refused(java.util.Arrays.copyOf(SamplePictures.png(400, 400), 200), "");
        refused(new byte[1024 * 1024 + 1], "1 MB");
    }

    private static void refused(byte[] upload, String reason) {
        var marks = Marks.of(AURORA);
        var logo = Rows.one("select logo_id from lienzo.brand where tenant_id = ?", Rows.id(AURORA));
        var answer = marks.with("tagline", "Lo escrito").file("logo", upload).save();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .containsPattern("(?s)id=\"error-logo\"[^>]*><p class=\"error\"[^>]*>.*?" + reason)
                .contains("value=\"Lo escrito\"");
        assertThat(Rows.one("select logo_id from lienzo.brand where tenant_id = ?", Rows.id(AURORA)))
                .isEqualTo(logo);
    }

    @Test
    @DisplayName("BY-4: logo, icon and sign-in picture are written anew and shown where they belong")
    void good_pictures_are_shown() {
        var marks = Marks.of(AURORA);
        var saved = marks.file("logo", SamplePictures.jpegFromCamera(600, 180, 1))
                .file("icon", SamplePictures.png(512, 512))
                .file("scene", SamplePictures.jpeg(1600, 1200))
                .save();
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(marks.opened().publish().status()).isEqualTo(303);
        var page = Wire.to(AURORA, "GET", "/sign-in").send().body();
        var hash = page.replaceAll("(?s).*/brand/([0-9a-f]{16})\\.css.*", "$1");
        assertThat(Wire.to(AURORA, "GET", "/brand/" + hash + ".css").send().body())
                .contains("--scene:url(/brand/" + hash + "/scene)");
        var scene = Wire.to(AURORA, "GET", "/brand/" + hash + "/scene").send();
        assertThat(scene.header("content-type")).isEqualTo("image/jpeg");
        assertThat(new String(
                        Wire.to(AURORA, "GET", "/brand/" + hash + "/logo.png")
                                .send()
                                .content(),
                        StandardCharsets.ISO_8859_1))
                .startsWith("\u0089PNG")
                .doesNotContain("GPS");
        marks.opened().with("remove", "scene").save();
        marks.opened().publish();
        assertThat(Wire.to(AURORA, "GET", "/sign-in").send().body()).doesNotContain(hash);
    }

    @Test
    @DisplayName("BY-4: a picture that nothing shows any longer is forgotten, and one that a version shows is kept")
    void unused_pictures_go() {
        var organization = Rows.id(AURORA);
        var marks = Marks.of(AURORA);
        marks.file("scene", SamplePictures.jpeg(320, 200)).save();
        var first = Rows.one(
                "select content -> 'pictures' ->> 'scene' from lienzo.brand_draft where tenant_id = ?", organization);
        marks.opened().file("scene", SamplePictures.jpeg(321, 200)).save();
        assertThat(Rows.list("select id from lienzo.file where id = ?::uuid", first))
                .isEmpty();
        marks.opened().publish();
        var kept = Rows.one("select scene_id from lienzo.brand where tenant_id = ?", organization);
        marks.opened().with("remove", "scene").publish();
        assertThat(Rows.list("select id from lienzo.file where id = ?::uuid", kept))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "BY-4: the pictures of a discarded draft stay while it can be had back, and go when the next one begins")
    void pictures_go_with_a_discarded_draft() {
        var marks = Marks.of(AURORA);
        marks.file("scene", SamplePictures.jpeg(322, 200)).save();
        var scene = Rows.one(
                "select content -> 'pictures' ->> 'scene' from lienzo.brand_draft where tenant_id = ?",
                Rows.id(AURORA));
        marks.opened().discard();
        assertThat(Rows.list("select id from lienzo.file where id = ?::uuid", scene))
                .hasSize(1);
        marks.opened().with("name", "Alba").save();
        assertThat(Rows.list("select id from lienzo.file where id = ?::uuid", scene))
                .isEmpty();
    }
}

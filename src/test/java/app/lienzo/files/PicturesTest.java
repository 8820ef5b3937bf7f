package app.lienzo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    @Test
    void all_four_formats_are_measured() {
        assertThat(measure(SamplePictures.png(30, 20))).isEqualTo(new PictureSize(30, 20));
        assertThat(measure(SamplePictures.jpeg(30, 20))).isEqualTo(new PictureSize(30, 20));
        assertThat(measure(SamplePictures.gif(3))).isEqualTo(new PictureSize(1, 1));
        assertThat(measure(SamplePictures.webp())).isEqualTo(new PictureSize(1, 1));
    }

    @ParameterizedTest
    @CsvSource({"15000,15000", "10001,10", "10,10001", "5001,5001", "2147483647,2147483647"})
    void an_enormous_picture_is_refused_before_it_is_decoded(int width, int height) {
        refuses("image-too-large", SamplePictures.pngClaiming(width, height));
    }

    @Test
    void an_endless_animation_is_refused() {
        assertThat(measure(SamplePictures.gif(1_000)).width()).isEqualTo(1);
        refuses("image-too-large", SamplePictures.gif(1_001));
    }

    @Test
    void a_truncated_picture_is_refused() {
        for (var whole : new byte[][] {SamplePictures.jpeg(300, 300), SamplePictures.png(300, 300)}) {
            var half = Arrays.copyOf(whole, whole.length / 2);
            var type = MediaTypes.detect(half);
            assertThatThrownBy(() -> {
                        measure(half);
                        Pictures.decode(half, type, 640);
                    })
                    .isInstanceOf(Refused.class)
                    .hasMessage("image-broken");
        }
    }

    @Test
    void a_header_without_a_picture_is_refused() {
        refuses("image-broken", Arrays.copyOf(SamplePictures.png(4, 4), 12));
        refuses("image-broken", "GIF89a=1;alert(1)//".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_preview_has_no_meta_data_and_stands_upright() throws IOException {
        var photo = SamplePictures.jpegFromCamera(64, 32, 6);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS-4.711");
        assertThat(measure(photo)).isEqualTo(new PictureSize(32, 64));

        var preview = Drawing.small(Drawing.fit(Pictures.decode(photo, MediaTypes.JPEG, 640), 640));

        assertThat(new String(preview, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        var image = ImageIO.read(new ByteArrayInputStream(preview));
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(new Color(image.getRGB(16, 5)).getRed())
                .as("what was left is now above")
                .isGreaterThan(200);
        assertThat(new Color(image.getRGB(16, 60)).getBlue()).isGreaterThan(200);
    }

    @Test
    void a_large_picture_becomes_small_and_keeps_its_proportions() throws IOException {
        var preview =
                Drawing.small(Drawing.fit(Pictures.decode(SamplePictures.png(3000, 1500), MediaTypes.PNG, 640), 640));

        var image = ImageIO.read(new ByteArrayInputStream(preview));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(320);
    }

    @Test
    void a_logo_is_written_anew_and_whatever_hung_on_it_is_gone() {
        var png = SamplePictures.png(40, 20);
        var polyglot = Arrays.copyOf(png, png.length + 9);
        System.arraycopy("alert(1);".getBytes(StandardCharsets.US_ASCII), 0, polyglot, png.length, 9);

        var clean = CleanPicture.png(polyglot, 512);

        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("alert");
        assertThat(measure(clean)).isEqualTo(new PictureSize(40, 20));
        assertThat(measure(CleanPicture.square(clean, 32))).isEqualTo(new PictureSize(32, 32));
        assertThat(measure(CleanPicture.png(SamplePictures.webp(), 512)).width())
                .isEqualTo(1);
    }

    @Test
    void a_logo_is_no_svg_no_gif_and_not_heavy() {
        assertThatThrownBy(() -> CleanPicture.png("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), 512))
                .hasMessage("picture-type-refused");
        assertThatThrownBy(() -> CleanPicture.png(SamplePictures.gif(1), 512)).hasMessage("picture-type-refused");
        assertThatThrownBy(() -> CleanPicture.png(new byte[CleanPicture.BYTES_MAX + 1], 512))
                .hasMessage("picture-too-large");
    }

    private static PictureSize measure(byte[] content) {
        return Pictures.measure(content, MediaTypes.detect(content), PictureLimits.USUAL);
    }

    private static void refuses(String code, byte[] content) {
        assertThatThrownBy(() -> measure(content)).isInstanceOf(Refused.class).hasMessage(code);
    }
}

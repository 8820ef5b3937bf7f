package app.lienzo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
    @Test
    void the_bytes_decide_and_not_the_name() {
        assertThat(detect("<!DOCTYPE html><html><script>alert(1)</script>")).isEqualTo("text/html");
        assertThat(detect("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"))
                .isEqualTo("image/svg+xml");
        assertThat(detect("%PDF-1.7\n")).isEqualTo("application/pdf");
        assertThat(MediaTypes.detect(SamplePictures.png(2, 2))).isEqualTo("image/png");
        assertThat(MediaTypes.detect(SamplePictures.webp())).isEqualTo("image/webp");
    }

    @Test
    void programs_are_told_by_their_bytes_whatever_they_are_called() {
        assertThat(MediaTypes.runs(
                        detect("\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0002\0\u003e\0"), "photo.png"))
                .isTrue();
        assertThat(MediaTypes.runs(detect("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0"), "photo.png"))
                .isTrue();
        assertThat(MediaTypes.runs(detect("#!/bin/sh\nrm -rf /\n"), "notes.txt"))
                .isTrue();
        assertThat(MediaTypes.runs(detect("\0asm\u0001\0\0\0"), "data.bin")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.js", "invoice.pdf.exe", "A.BAT", "x.ps1", "x.hta", "x.jar"})
    void scripts_are_told_by_their_names(String name) {
        assertThat(MediaTypes.runs("text/plain", name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "invoice.pdf", "page.html", "drawing.svg", "exe", "js"})
    void everything_else_is_let_in(String name) {
        assertThat(MediaTypes.runs("text/plain", name)).isFalse();
    }

    @Test
    void only_raster_pictures_are_shown_inside_a_page() {
        var svg = FileResponse.of(file("image/svg+xml", null), new byte[1]).headers();
        assertThat(svg).containsEntry("Content-Type", "application/octet-stream");
        assertThat(svg.get("Content-Disposition")).startsWith("attachment");
        assertThat(svg).containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(svg).containsEntry("Content-Security-Policy", "sandbox; default-src 'none'");
        assertThat(svg).containsEntry("Cross-Origin-Resource-Policy", "same-origin");

        var png =
                FileResponse.of(file("image/png", 4), new byte[1]).crossOrigin().headers();
        assertThat(png).containsEntry("Content-Type", "image/png");
        assertThat(png.get("Content-Disposition")).startsWith("inline");
        assertThat(png).containsEntry("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private static FileView file(String type, @Nullable Integer side) {
        return new FileView(new UUID(0, 1), "x", type, 1, side, side, side != null, Instant.EPOCH);
    }

    private static String detect(String content) {
        return MediaTypes.detect(content.getBytes(StandardCharsets.ISO_8859_1));
    }
}

package app.lienzo.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "factura.pdf, factura.pdf",
        "'  año   2026 .pdf ', 'año 2026 .pdf'",
        ".htaccess, htaccess",
        "'\u200B.htaccess', htaccess",
        "../../x, x",
        "'C:\\Users\\me\\x.txt', x.txt",
        "'a\r\nb', ab",
        "'cod\u202Efdp.exe', codfdp.exe",
        "'evil.e\u200Dxe', evil.exe",
        "'evil.exe. . ', evil.exe",
        "CON, _CON",
        "'con.txt', _con.txt",
        "'console.txt', console.txt",
        "'🎉.png', '🎉.png'",
        "'..', file",
        "'', file",
        "'\u202E\u200B', file",
        "'a/', file"
    })
    void names_become_harmless(String given, String clean) {
        assertThat(FileName.clean(given)).isEqualTo(clean);
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertThat(FileName.clean("x".repeat(300) + ".pdf")).hasSize(120).endsWith("x.pdf");
        assertThat(FileName.clean("🎉".repeat(200)))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("🎉");
    }

    @Test
    void the_header_cannot_be_broken_out_of() {
        assertThat(FileResponse.disposition(false, "a\"; x=\\y%.pdf"))
                .isEqualTo("attachment; filename=\"a_; x=_y_.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%5Cy%25.pdf");
        assertThat(FileResponse.disposition(true, "año 🎉.png"))
                .isEqualTo("inline; filename=\"a_o _.png\"; filename*=UTF-8''a%C3%B1o%20%F0%9F%8E%89.png");
    }
}

package app.lienzo.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    @DisplayName("X14: the encoding is found, with a byte order mark and without")
    void the_encoding_is_found(String name) throws IOException {
        var charset = Charset.forName(name);
        var text = "nombre;correo\r\nJosé Ñandú;jose@example.com\r\nÁngela;angela@example.com\r\n";
        for (var mark : name.startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
            try (var sheet = open((mark + text).getBytes(charset))) {
                assertThat(sheet.charset()).isEqualTo(charset);
                assertThat(sheet.delimiter()).isEqualTo(';');
                assertThat(sheet.headers()).containsExactly("nombre", "correo");
                assertThat(sheet.next(10).getFirst()).containsExactly("José Ñandú", "jose@example.com");
            }
        }
    }

    @Test
    @DisplayName(
            "X14: a few accents in a western file are not taken for Polish or Turkish, whatever stands around them")
    void western_text_stays_western() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            var tag = Integer.toHexString(i * 7_919 + 0x10000000);
            var text =
                    "Nombre;Correo electrónico;Algo\r\nJosé Ñandú %s;jose-%s@example.com;vip\r\nMala;esto no es un correo;\r\n"
                            .replace("%s", tag);
            try (var sheet = open(text.getBytes(WESTERN))) {
                assertThat(sheet.next(1).getFirst().getFirst()).isEqualTo("José Ñandú " + tag);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252 | Mañana 20 € | Peña y Cía
            windows-1252 | Müller | Köln
            windows-1252 | François Lefèvre | Café Élysée
            windows-1252 | João Conceição | Brasília
            windows-1252 | ¿Qué? 3½ m³, 1ª Mª | Col·legi d’Espanya
            windows-1250 | Paweł Wiśniewski | Łódź
            ISO-8859-2 | Grażyna Żółć | Wałbrzych
            windows-1254 | Ayşe Yılmaz, Çağlar Öztürk | İstanbul
            windows-1251 | Иван Петров, Ольга Смирнова | Санкт-Петербург
            windows-1253 | Γιώργος Παπαδόπουλος | Αθήνα
            Shift_JIS | 山田太郎 | 株式会社サンプル
            GB18030 | 王小明 | 北京科技有限公司
            windows-1256 | محمد علي | القاهرة
            """)
    @DisplayName("X14: names come as they were written, in the languages that customers have")
    void names_come_as_they_were_written(String charset, String name, String town) throws IOException {
        var text = "a;b\r\n%s;%s\r\n".formatted(name, town);
        try (var sheet = open(text.getBytes(Charset.forName(charset)))) {
            assertThat(sheet.next(1).getFirst()).containsExactly(name, town);
        }
    }

    @Test
    @DisplayName("X14: who says how a file is written is believed, unless it cannot be")
    void what_somebody_says_is_believed() throws IOException {
        var czech = "jméno;město\r\nJiří Dvořák;Plzeň\r\n".getBytes(Charset.forName("windows-1250"));
        try (var sheet = open(czech, ImportCharset.CENTRAL_EUROPEAN)) {
            assertThat(sheet.headers()).containsExactly("jméno", "město");
            assertThat(sheet.next(1).getFirst()).containsExactly("Jiří Dvořák", "Plzeň");
        }
        assertThatThrownBy(() -> open(czech, ImportCharset.UTF_8))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("import-charset-wrong"));
        for (var one : ImportCharset.values())
            assertThat(one.charset().newDecoder()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    @DisplayName("X14: what divides the cells is found, also beside the others in quotes, and when the file says it")
    void the_delimiter_is_found(String sign) throws IOException {
        var text = "a%sb%sc\n\"x,;|\ty\"%s2%s3\n4%s5%s6\n".replace("%s", sign);
        for (var said : List.of("", "sep=" + sign + "\n")) {
            try (var sheet = open((said + text).getBytes(StandardCharsets.UTF_8))) {
                assertThat(sheet.delimiter()).isEqualTo(sign.charAt(0));
                assertThat(sheet.headers()).containsExactly("a", "b", "c");
                assertThat(sheet.next(10)).hasSize(2);
            }
        }
    }

    @Test
    @DisplayName(
            "X14: NUL and other signs that no text holds are left out; missing cells are empty; empty rows are none")
    void odd_cells_become_texts() throws IOException {
        var text = "name,email,email,\nA\0na,a@example.com\n\n,,,\n'=1+1,'+34600,\"two\nlines\",x,too,many\n";
        try (var sheet = open(text.getBytes(StandardCharsets.UTF_8))) {
            assertThat(sheet.headers()).containsExactly("name", "email", "email (2)", "4");
            assertThat(sheet.next(10))
                    .containsExactly(
                            List.of("Ana", "a@example.com", "", ""), List.of("=1+1", "+34600", "two\nlines", "x"));
        }
    }

    @Test
    @DisplayName("X14: an open quotation mark, 10,000 columns, an endless cell and an empty file are refused")
    void what_is_no_sheet_is_refused() {
        refused("import-broken", "name,email\nAna,\"a@example.com\nBea,b@example.com\n");
        refused("import-columns-too-many", "c,".repeat(10_000) + "c\n1\n");
        refused("import-broken", "name\n\"" + "x".repeat(200_000) + "\"\n");
        refused("import-empty", "");
        refused("import-empty", "\n\n");
    }

    private void refused(String code, String text) {
        assertThatThrownBy(() -> {
                    try (var sheet = open(text.getBytes(StandardCharsets.UTF_8))) {
                        while (!sheet.next(100).isEmpty()) assertThat(sheet).isNotNull();
                    }
                })
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    private Sheet open(byte[] content) throws IOException {
        return open(content, null);
    }

    private Sheet open(byte[] content, @Nullable ImportCharset said) throws IOException {
        return Sheet.open(Files.write(folder.resolve("sheet.csv"), content), said, 200);
    }
}

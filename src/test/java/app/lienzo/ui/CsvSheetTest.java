package app.lienzo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                " =cmd|' /C calc'!A0",
                "\u00A0=1",
                "\n=1"
            })
    @DisplayName("X13: what a spreadsheet program would take for a formula stands as text")
    void formulas_are_text(String cell) {
        assertThat(CsvSheet.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ana", "a=b", "1-2", "ana@example.com", "''", " "})
    void everything_else_stays(String cell) {
        assertThat(CsvSheet.harmless(cell)).isEqualTo(cell);
    }

    @Test
    @DisplayName("X13: cells are quoted (RFC 4180), in UTF-8 with its mark")
    void cells_are_quoted() {
        var sheet = new CsvSheet(List.of("a", "b"));
        sheet.add(List.of("x\"y", "line\r\nline, ñ"));
        assertThat(new String(sheet.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"a\",\"b\"\r\n\"x\"\"y\",\"line\r\nline, ñ\"\r\n");
    }
}

package app.lienzo.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Rows as CSV (RFC 4180) that spreadsheet programs open as text: UTF-8 with its mark, every cell quoted, and
/// what they would take for a formula made harmless by an apostrophe.
public final class CsvSheet {
    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8; header=present";
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private boolean begun;
    private final StringWriter text = new StringWriter();
    private final CsvWriter rows = CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .bufferSize(0)
            .build(text);

    public CsvSheet(List<String> header) {
        add(header);
    }

    public void add(List<String> cells) {
        rows.writeRecord(cells.stream().map(CsvSheet::harmless).toList());
    }

    /// What was added since the last time, for a sheet that goes out piece by piece; the first piece begins with the
    /// byte order mark.
    public byte[] piece() {
        var piece = bytes(begun ? "" : "\uFEFF");
        begun = true;
        text.getBuffer().setLength(0);
        return piece;
    }

    /// With the byte order mark, without which spreadsheet programs guess another encoding.
    public byte[] bytes() {
        return bytes("\uFEFF");
    }

    private byte[] bytes(String before) {
        try {
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (before + text).getBytes(StandardCharsets.UTF_8);
    }

    /// Spreadsheet programs skip white space before they look for a formula.
    static String harmless(String cell) {
        var start = cell.replaceFirst("^[\\s\\u00A0]+", "");
        boolean tabbed = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        return tabbed || (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0) ? "'" + cell : cell;
    }
}

package app.lienzo.imports;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CSV file that is read row by row (X14): whatever it is, no more of it than a row is in memory.
final class Sheet implements AutoCloseable {
    static final int CELL_MAX = 32_000;
    private static final int BUFFER = 4 * CELL_MAX;

    /// Of a row; those behind the last header are not looked at.
    private static final int FIELDS_MAX = 20_000;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Charset charset;
    private final char delimiter;
    private final List<String> headers;

    private Sheet(CsvReader<CsvRecord> reader, Charset charset, char delimiter, int columnsMax) {
        this.reader = reader;
        this.charset = charset;
        this.delimiter = delimiter;
        this.records = reader.iterator();
        this.headers = headers(columnsMax);
    }

    /// @param said null to find out how it is written
    /// @throws Refused `import-empty`, `import-columns-too-many`, `import-broken`, `import-charset-wrong`
    static Sheet open(Path file, @Nullable ImportCharset said, int columnsMax) {
        try {
            var charset = said == null ? Encoding.of(file) : Encoding.said(file, said);
            var delimiter = Delimiter.of(file, charset);
            var reader = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(BUFFER)
                    .build(
                            CsvRecordHandler.builder()
                                    .maxFields(FIELDS_MAX)
                                    .maxFieldSize(CELL_MAX)
                                    .maxRecordSize(BUFFER * 4)
                                    .build(),
                            text(file, charset));
            return new Sheet(reader, charset, delimiter, columnsMax);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Charset charset() {
        return charset;
    }

    char delimiter() {
        return delimiter;
    }

    /// As they are written; one that comes twice gets a number, one that is empty its place.
    List<String> headers() {
        return headers;
    }

    /// The next rows, at most `most`; each has as many cells as there are headers, and none is all empty.
    ///
    /// @throws Refused `import-broken` with the number of the line
    List<List<String>> next(int most) {
        var rows = new ArrayList<List<String>>();
        while (rows.size() < most && hasNext()) {
            var row = cells(record());
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) rows.add(row);
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reader text(Path file, Charset charset) throws IOException {
        var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        text.mark(1);
        if (text.read() != '\uFEFF') text.reset();
        // Spreadsheet programs may say in the first line what stands between cells.
        text.mark(16);
        var first = new char[5];
        int read = text.read(first);
        boolean said = read == 5 && new String(first, 0, 4).equalsIgnoreCase("sep=");
        if (said) text.readLine();
        else text.reset();
        return text;
    }

    private List<String> headers(int columnsMax) {
        if (!hasNext()) throw Refused.invalid("import-empty");
        var fields = record().getFields();
        if (fields.size() > columnsMax) throw Refused.invalid("import-columns-too-many", columnsMax);
        var named = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < fields.size(); i++) {
            var line = SafeText.line(fields.get(i), 200);
            var name = line.isEmpty() ? String.valueOf(i + 1) : line;
            int times = seen.merge(name, 1, Integer::sum);
            named.add(times == 1 ? name : name + " (" + times + ")");
        }
        return List.copyOf(named);
    }

    private List<String> cells(CsvRecord record) {
        var cells = new ArrayList<String>(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            cells.add(i < record.getFieldCount() ? cell(record.getField(i)) : "");
        }
        return cells;
    }

    /// Without what no text holds, and without the apostrophe by which an export keeps a cell from being a formula.
    private static String cell(String text) {
        var clean = SafeText.block(text);
        boolean kept = clean.length() > 1 && clean.charAt(0) == '\'' && "=+-@".indexOf(clean.charAt(1)) >= 0;
        return kept ? clean.substring(1) : clean;
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(e);
        }
    }

    private CsvRecord record() {
        try {
            return records.next();
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(e);
        }
    }

    /// The messages name the line.
    private static Refused broken(RuntimeException cause) {
        var text = cause + " " + cause.getCause();
        var line = text.replaceAll("(?s).*?[lL]ine (\\d+).*", "$1");
        return Refused.invalid("import-broken", line.matches("[0-9]+") ? line : "?");
    }
}

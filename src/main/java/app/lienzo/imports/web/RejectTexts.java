package app.lienzo.imports.web;

import app.lienzo.imports.ImportService;
import app.lienzo.imports.ImportView;
import app.lienzo.imports.Reject;
import app.lienzo.ui.CsvSheet;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Rows that were left out, in the reader's words.
@ApplicationScoped
class RejectTexts {
    private static final int PIECE = 500;

    private final ImportService imports;
    private final Languages languages;

    RejectTexts(ImportService imports, Languages languages) {
        this.imports = imports;
        this.languages = languages;
    }

    String reason(Reject reject) {
        return Problem.of(
                        422,
                        reject.code(),
                        languages.current(),
                        "",
                        reject.details().toArray())
                .detail();
    }

    /// All of them, with the reason in the last column: mended, they can be imported as they are.
    Response sheet(ImportView run) {
        var header = new ArrayList<>(run.headers());
        var language = languages.current();
        header.add(Words.text("imports", language, "row"));
        header.add(Words.text("imports", language, "reason"));
        StreamingOutput pieces = out -> {
            var sheet = new CsvSheet(header);
            var left = imports.rejects(run, 0, PIECE);
            while (!left.isEmpty()) {
                for (var reject : left) sheet.add(line(reject));
                out.write(sheet.piece());
                left = imports.rejects(run, left.getLast().row(), PIECE);
            }
            out.write(sheet.piece());
        };
        return Response.ok(pieces)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"")
                .build();
    }

    private List<String> line(Reject reject) {
        return Stream.concat(reject.cells().stream(), Stream.of(String.valueOf(reject.row()), reason(reject)))
                .toList();
    }
}

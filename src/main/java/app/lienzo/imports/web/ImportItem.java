package app.lienzo.imports.web;

import app.lienzo.imports.ImportView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as programs see it.
///
/// @param kind `contacts`, `companies` or `directory`
/// @param state `fetching`, `read`, `checking`, `checked`, `running`, `done`, `canceled` or `failed`
/// @param charset as it was found out
/// @param delimiter as it was found out
/// @param rows all there are, without the header
/// @param done the last one that was worked on
/// @param created how many are new; after a rehearsal how many would be
/// @param known how many were there already
/// @param rejected how many were left out
/// @param problem code of what went wrong, when it failed
public record ImportItem(
        UUID id,
        UUID space,
        String kind,
        String state,
        String fileName,
        String charset,
        String delimiter,
        List<Column> columns,
        int rows,
        int done,
        int percent,
        int created,
        int known,
        int rejected,
        String member,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /// @param number from 0
    /// @param target what it is taken for; null for a column that is not taken
    /// @param samples what stands in it
    public record Column(
            int number, String header, @Nullable String target, List<String> samples) {}

    /// @param preview the first rows
    static ImportItem of(ImportView run, List<List<String>> preview) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < run.headers().size(); i++) {
            int at = i;
            var samples = preview.stream()
                    .map(row -> row.get(at))
                    .filter(cell -> !cell.isEmpty())
                    .limit(3)
                    .toList();
            columns.add(new Column(i, run.headers().get(i), run.mapping().get(i), samples));
        }
        return new ImportItem(
                run.id(),
                run.space(),
                small(run.kind()),
                small(run.state()),
                run.fileName(),
                run.charset(),
                run.delimiter(),
                columns,
                run.rows(),
                run.done(),
                run.percent(),
                run.created(),
                run.known(),
                run.rejected(),
                run.member(),
                run.problem(),
                run.createdAt(),
                run.endedAt());
    }

    private static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

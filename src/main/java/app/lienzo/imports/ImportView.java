package app.lienzo.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as those who run it see it.
///
/// @param mapping from the number of a column, from 0, to what it is
/// @param rows all there are, without the header
/// @param done the last one that was worked on
/// @param created how many are new
/// @param known how many were there already
/// @param member who began it
/// @param problem a refusal's code when it failed
public record ImportView(
        UUID id,
        UUID space,
        ImportKind kind,
        ImportState state,
        String fileName,
        String charset,
        String delimiter,
        List<String> headers,
        Map<Integer, String> mapping,
        int rows,
        int done,
        int created,
        int known,
        int rejected,
        String member,
        @Nullable String problem,
        Instant createdAt,
        Instant workedAt,
        @Nullable Instant endedAt) {
    public int percent() {
        return rows == 0 ? 0 : (int) (100L * done / rows);
    }

    /// How many rows were taken.
    public int taken() {
        return created + known;
    }
}

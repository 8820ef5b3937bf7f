package app.lienzo.views;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to keep of a list, as it was typed.
///
/// @param query a query string, with or without its question mark; what belongs to one look only (`after`, `view`,
///     `done`) is left out when it is kept
/// @param space the space to share it with; null to keep it for oneself
public record ViewDetails(
        String name,
        String query,
        List<String> columns,
        @Nullable UUID space) {}

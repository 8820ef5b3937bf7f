package app.lienzo.leaks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A scan as its readers see it.
///
/// @param checked answers and mails that were looked at
/// @param open how many are known to come
/// @param findings without those that were pardoned
public record ScanView(
        UUID id,
        ScanState state,
        String host,
        Instant askedAt,
        @Nullable Instant endedAt,
        int checked,
        int open,
        int findings) {
    /// 0 to 100; of a scan that goes on a guess, because what it looks at leads to more.
    public int percent() {
        if (!state.going()) return 100;
        return checked == 0 ? 0 : Math.min(99, checked * 100 / (checked + open));
    }
}

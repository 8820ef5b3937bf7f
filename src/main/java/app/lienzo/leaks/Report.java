package app.lienzo.leaks;

import java.util.List;
import java.util.Set;

/// What a scan came to.
///
/// @param host that was asked
/// @param checked answers and mails that were looked at
/// @param bytes that were read
/// @param end why it ended
/// @param asked the addresses, in their order
/// @param surfaces what there was to look at
public record Report(
        String host,
        int checked,
        long bytes,
        End end,
        List<Finding> findings,
        List<String> asked,
        Set<Surface> surfaces) {
    /// Why a scan ended.
    public enum End {
        /// Everything that was found was looked at.
        WHOLE,
        /// A limit of requests, bytes or time was reached.
        LIMIT,
        CANCELED
    }
}

package app.lienzo.leaks;

import java.util.List;

/// What a scan came to.
///
/// @param host that was asked
/// @param checked answers and mails that were looked at
/// @param bytes that were read
/// @param end why it ended
public record Report(String host, int checked, long bytes, End end, List<Finding> findings) {
    /// Why a scan ended.
    public enum End {
        /// Everything that was found was looked at.
        WHOLE,
        /// A limit of requests, bytes or time was reached.
        LIMIT,
        CANCELED
    }
}

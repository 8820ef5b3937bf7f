package app.lienzo.acme;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An authority that wants to be asked later (429 or 503), however it says so.
final class AuthorityBusy extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Duration retryAfter;

    AuthorityBusy(int status, @Nullable Duration retryAfter, String words) {
        super(words);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /// Whether it counts what we asked for and has had enough of it, not just too much to do.
    boolean rateLimited() {
        return status == AuthorityConnection.TOO_MANY;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}

package app.lienzo.channels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request for a channel.
///
/// @param organization its id
/// @param organizationName as it is called now
/// @param number the telephone number that is to be connected
/// @param member who asked, as he was called then
/// @param reason why it was declined, or what was said with the activation; may be empty
/// @param decidedAt null while it is open
public record ChannelRequestView(
        String organization,
        String organizationName,
        UUID id,
        UUID space,
        String spaceName,
        String number,
        String note,
        String member,
        Instant askedAt,
        ChannelRequestState state,
        String reason,
        @Nullable Instant decidedAt) {
    public boolean open() {
        return state == ChannelRequestState.OPEN;
    }

    /// Activated: a channel that waits for its connection.
    public boolean prepared() {
        return state == ChannelRequestState.ACTIVATED;
    }
}

package app.lienzo.conversations;

import java.util.UUID;

/// Port: what a channel is called. Implemented by `channels`, which lies above.
public interface ChannelDirectory {
    /// @throws app.lienzo.kernel.Refused not found
    ChannelLabel label(UUID channel);
}

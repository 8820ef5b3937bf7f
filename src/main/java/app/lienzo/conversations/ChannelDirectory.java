package app.lienzo.conversations;

import java.util.UUID;

/// Port: what a channel is called. Implemented by `channels`, which lies above.
public interface ChannelDirectory {
    ChannelLabel label(UUID channel);
}

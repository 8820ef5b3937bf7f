package app.lienzo.spaces;

import java.util.Map;
import java.util.UUID;

/// Port: something there is a number of in each space. Whoever has it counts it.
public interface SpaceTally {
    /// What is counted.
    enum Kind {
        CHANNELS,
        OPEN_CONVERSATIONS
    }

    Kind kind();

    /// Spaces without any may be left out.
    Map<UUID, Long> perSpace();
}

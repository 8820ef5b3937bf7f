package app.lienzo.conversations;

import java.util.Optional;
import java.util.UUID;

/// Port: where a customer wrote from last. Implemented by `channels`, which lies above.
public interface CustomerPlaces {
    Optional<Whereabouts> whereabouts(UUID contact);
}

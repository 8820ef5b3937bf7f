package app.lienzo.portal;

import java.util.Optional;
import java.util.UUID;

/// Port: the live chat that a space's own site offers. Implemented by whoever has channels.
public interface PortalChat {
    /// The public key of the space's first live chat that is on; nothing for a space without one.
    Optional<String> key(UUID space);
}

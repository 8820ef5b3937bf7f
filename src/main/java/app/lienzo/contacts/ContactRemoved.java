package app.lienzo.contacts;

import java.util.UUID;

/// A contact was removed, or turned out to be another one and has no file any more; fired inside the
/// transaction. What he could open is closed.
public record ContactRemoved(UUID contact) {}

package app.lienzo.contacts;

import java.util.UUID;

/// A contact belongs to other companies than before, or sees other tickets of theirs; fired inside the
/// transaction.
public record ContactMembershipsChanged(UUID contact) {}

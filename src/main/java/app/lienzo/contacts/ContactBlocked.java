package app.lienzo.contacts;

import java.util.UUID;

/// Nothing is taken from a contact any more; fired inside the transaction.
public record ContactBlocked(UUID contact) {}

package app.lienzo.contacts;

import java.util.UUID;

/// What a contact writes is taken again; fired inside the transaction.
public record ContactUnblocked(UUID contact) {}

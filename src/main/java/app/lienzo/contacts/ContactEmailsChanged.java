package app.lienzo.contacts;

import java.util.UUID;

/// A contact has other addresses than before; fired inside the transaction.
public record ContactEmailsChanged(UUID contact) {}

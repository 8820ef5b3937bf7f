package app.lienzo.contacts;

import java.util.UUID;

/// The time in which a removal could be undone is over: whatever of a contact still stands anywhere is to go;
/// fired inside the transaction.
public record ContactForgotten(UUID contact) {}

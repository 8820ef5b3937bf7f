package app.lienzo.contacts;

import java.util.UUID;

/// A contact was made by whatever way; fired inside the transaction. Anonymous visitors are not told of.
public record ContactAdded(UUID contact, ContactSource source) {}

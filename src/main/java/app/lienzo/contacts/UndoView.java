package app.lienzo.contacts;

import java.time.Instant;
import java.util.UUID;

/// A change that its maker can still take back.
///
/// @param count how many contacts it touched
/// @param until when the time to think is over
public record UndoView(UUID id, ContactAction action, int count, Instant until) {}

package app.lienzo.operators;

import java.time.Instant;
import java.util.UUID;

/// What an operator did to an organization.
///
/// @param operator as he was called then
/// @param kind an action of the trail
/// @param detail what it was changed to; may be empty
/// @param reason may be empty
public record JournalLine(UUID id, Instant at, String operator, String kind, String detail, String reason) {}

package app.lienzo.deadlines;

import java.time.Instant;
import java.util.UUID;

/// A deadline is over. Once, inside the transaction that notes it and in the platform's scope.
///
/// @param organization whom it is about
/// @param at the moment it was found to be over
public record DeadlinePassed(DeadlineSubject subject, UUID id, String organization, Instant due, Instant at) {}

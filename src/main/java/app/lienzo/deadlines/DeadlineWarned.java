package app.lienzo.deadlines;

import java.time.Instant;
import java.util.UUID;

/// A deadline comes near. Once for each warning, inside the transaction that notes it and in the platform's scope; of
/// several that came while nobody looked only the last one is told.
///
/// @param organization whom it is about
/// @param warning its place among the warnings, from 1
/// @param at the moment, by which is counted what is left
public record DeadlineWarned(
        DeadlineSubject subject, UUID id, String organization, int warning, Instant due, Instant at) {}

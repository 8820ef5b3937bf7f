package app.lienzo.people;

import java.time.Instant;

/// How a member came to be invited.
///
/// @param by the name of who did it, as it was then
/// @param sends how often the mail went out
public record Invitation(String by, Instant sentAt, int sends) {}

package app.lienzo.conversations;

/// What the console's tabs show. Kept, not counted.
///
/// @param inProgress held by the member who asks
/// @param team held by anybody, where he oversees; otherwise the same as `inProgress`
public record TrayCounts(long inbox, long inProgress, long team, long closed) {}

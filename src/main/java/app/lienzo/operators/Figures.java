package app.lienzo.operators;

/// How much there is of an organization; each counted up to a limit.
///
/// @param members active accounts, invited ones among them
/// @param invited of those, who never came
/// @param hosts names of its own that are answered
/// @param conversations begun within the last 30 days
/// @param tickets opened within the last 30 days
/// @param mailsWaiting letters that are to go out
/// @param mailsFailed letters that were given up within the last 30 days
public record Figures(
        int members,
        int invited,
        int spaces,
        int hosts,
        int contacts,
        int conversations,
        int tickets,
        int mailsWaiting,
        int mailsFailed) {}

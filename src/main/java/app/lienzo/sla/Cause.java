package app.lienzo.sla;

/// Why a clock took a step.
public enum Cause {
    /// The customer is asked.
    WAITING,
    ON_HOLD,
    /// The targets of the plan are others.
    TARGETS,
    /// The hours of the calendar are others.
    CALENDAR,
    /// The ticket has another type or priority.
    TICKET,
    /// Another company, or another plan of the company.
    PLAN,
    /// For this kind of ticket nothing is promised any more.
    NO_TARGET,
    SOLVED,
    MERGED,
    REMOVED
}

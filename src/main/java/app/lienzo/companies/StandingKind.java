package app.lienzo.companies;

/// Parts of a company's standing that are chosen from a list.
public enum StandingKind {
    HEALTH,
    TIER,
    INDUSTRY
}

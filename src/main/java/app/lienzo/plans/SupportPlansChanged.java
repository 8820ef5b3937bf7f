package app.lienzo.plans;

/// Which support plans there are, or who has which by his space, is different. Within the transaction.
public record SupportPlansChanged() {}

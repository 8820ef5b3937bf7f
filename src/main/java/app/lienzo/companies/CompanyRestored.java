package app.lienzo.companies;

import java.util.UUID;

/// A company is back, and so is what belonging to it meant. Fired inside the transaction.
public record CompanyRestored(UUID company) {}

package app.lienzo.companies;

import java.util.UUID;

/// A company has another support plan now. Within the transaction.
public record CompanyPlanChanged(UUID company) {}

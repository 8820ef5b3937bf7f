package app.lienzo.companies;

import java.util.UUID;

/// A company was taken away: whoever belonged to it sees nothing by that any more. Fired inside the transaction.
public record CompanyRemoved(UUID company) {}

package app.lienzo.companies;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of companies.
@ConfigMapping(prefix = "lienzo.companies")
interface CompanyConfig {
    /// Companies of one space, those that were taken away too.
    @WithDefault("200000")
    int companiesMax();

    /// Domains of one company.
    @WithDefault("50")
    int domainsMax();

    /// Rows of an export.
    @WithDefault("200000")
    int exportMax();

    /// Options of one kind.
    @WithDefault("200")
    int optionsMax();
}

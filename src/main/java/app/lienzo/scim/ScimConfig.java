package app.lienzo.scim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much a directory may ask for at once.
@ConfigMapping(prefix = "lienzo.scim")
interface ScimConfig {
    /// Users of one page.
    @WithDefault("200")
    int pageMax();

    /// Members that are looked at for a filter no index answers.
    @WithDefault("20000")
    int scanMax();

    /// Characters of a filter.
    @WithDefault("1000")
    int filterMax();

    /// Brackets of a filter, of either kind.
    @WithDefault("20")
    int bracketsMax();

    /// Operations of one PATCH.
    @WithDefault("100")
    int operationsMax();

    /// Bytes of a body.
    @WithDefault("262144")
    int bodyMax();

    /// Tokens of one organization.
    @WithDefault("10")
    int tokensMax();
}

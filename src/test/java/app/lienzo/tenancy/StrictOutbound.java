package app.lienzo.tenancy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/// The guard as it stands in an installation with strangers for tenants, which tests run without.
public final class StrictOutbound {
    private StrictOutbound() {}

    public static Outbound guard() {
        return new Outbound(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(TenancyConfig.class)
                .withDefaultValue("lienzo.tenancy.secret", "0".repeat(32))
                .build()
                .getConfigMapping(TenancyConfig.class));
    }
}

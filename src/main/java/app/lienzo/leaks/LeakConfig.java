package app.lienzo.leaks;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// What is looked for, and how much a scan may cost.
@ConfigMapping(prefix = "lienzo.leaks")
interface LeakConfig {
    /// Names of the platform; found inside of longer words too.
    @WithDefault("lienzo")
    List<String> platformNames();

    /// What the product is made of, as far as a visitor could read it. Not among them on purpose: names of open
    /// standards, and `htmx`, which stands in attributes of our pages and tells nothing of whose they are.
    @WithDefault("quarkus,vert.x,resteasy,smallrye,hibernate,tabler")
    List<String> frameworkNames();

    /// Other organizations that are compared, oldest first.
    @WithDefault("50000")
    int neighboursMax();

    @WithDefault("3000")
    int requestsMax();

    @WithDefault("96M")
    MemorySize bytesMax();

    /// What is read of one answer.
    @WithDefault("2M")
    MemorySize answerMax();

    @WithDefault("4m")
    Duration timeMax();

    /// How many addresses are visited that differ in ids or query alone.
    @WithDefault("3")
    int alikeMax();

    @WithDefault("200")
    int findingsMax();

    /// Scans that run at once on one replica; each holds one of the places for jobs.
    @WithDefault("1")
    int atOnceMax();

    /// Between two scans of an organization.
    @WithDefault("1m")
    Duration pause();

    @WithDefault("24")
    int scansPerDayMax();

    /// Scans whose findings are kept.
    @WithDefault("20")
    int scansKeptMax();
}

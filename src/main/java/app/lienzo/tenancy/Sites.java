package app.lienzo.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which site a host name serves, from memory when it was asked before. Unknown names are remembered
/// too, so that a flood of them does not reach the database.
@ApplicationScoped
public class Sites {
    /// Told to all replicas when an organization or one of its hosts changes.
    static final String CHANGED = "sites";

    private final Organizations organizations;
    private final String platformHost;
    private final Cache<String, Optional<Site>> known;

    Sites(Organizations organizations, TenancyConfig config, Signals signals) {
        this.organizations = organizations;
        this.platformHost = config.platformHost();
        this.known = Caffeine.newBuilder()
                .maximumSize(config.siteCacheMax())
                .expireAfterWrite(config.siteCacheTime())
                .build();
        signals.listen(CHANGED, _ -> known.invalidateAll());
    }

    /// What is known without asking the database; null says nothing about the host.
    @Nullable
    Optional<Site> inMemory(String host) {
        return known.getIfPresent(host);
    }

    /// @param host as [Hosts#normalise] gives it
    public Optional<Site> find(String host) {
        return known.get(host, this::load);
    }

    private Optional<Site> load(String host) {
        if (host.equals(platformHost)) return Optional.of(new Site.Platform(host));
        return organizations.servedAt(host, slug(host)).map(organization -> new Site.App(host, organization));
    }

    /// The slug when the name lies directly under the platform's host, otherwise an empty text.
    private String slug(String host) {
        var suffix = "." + platformHost;
        if (!host.endsWith(suffix)) return "";
        var slug = host.substring(0, host.length() - suffix.length());
        return slug.contains(".") ? "" : slug;
    }
}

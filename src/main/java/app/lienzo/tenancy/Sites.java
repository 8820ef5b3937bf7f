package app.lienzo.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Which site a host name serves, from memory when it was asked before. Unknown names are remembered
/// too, so that a flood of them does not reach the database.
@ApplicationScoped
public class Sites {
    /// Told to all replicas when an organization or one of its hosts changes: `<organization> <host>`, or
    /// anything without a space for "all of it".
    static final String CHANGED = "sites";

    private final Organizations organizations;
    private final String platformHost;
    private final Cache<String, Optional<Site>> known;
    private final Cache<String, Optional<PrimaryHost>> primaries;
    private final AtomicLong changes = new AtomicLong();

    Sites(Organizations organizations, TenancyConfig config, Signals signals) {
        this.organizations = organizations;
        this.platformHost = config.platformHost();
        this.known = Caffeine.newBuilder()
                .maximumSize(config.siteCacheMax())
                .expireAfterWrite(config.siteCacheTime())
                .build();
        this.primaries = Caffeine.newBuilder()
                .maximumSize(config.siteCacheMax())
                .expireAfterWrite(config.siteCacheTime())
                .build();
        signals.listen(CHANGED, this::forget);
    }

    /// What is known without asking the database; null says nothing about the host.
    @Nullable
    Optional<Site> inMemory(String host) {
        return known.getIfPresent(host);
    }

    /// @param host as [Hosts#normalise] gives it
    public Optional<Site> find(String host) {
        long before = changes.get();
        var found = known.get(host, this::load);
        // Read while something changed: right for now perhaps, but not to be remembered.
        if (changes.get() != before) known.invalidate(host);
        return found;
    }

    /// The host of its own that an organization has settled on for its links; nothing while that is
    /// `<slug>.<platform host>`.
    public Optional<PrimaryHost> primary(OrganizationView organization) {
        long before = changes.get();
        var found = primaries.get(organization.id(), organizations::primary);
        if (changes.get() != before) primaries.invalidate(organization.id());
        return found;
    }

    /// The host of its own where the portal of a space is served; nothing for one that is reached at the
    /// organization's.
    public Optional<String> portalHost(OrganizationView organization, UUID space) {
        return organizations.portal(organization.id(), space);
    }

    /// All hosts of an organization that show a portal.
    List<String> portalHosts(OrganizationView organization) {
        return organizations.portals(organization.id());
    }

    /// The name that the platform gives an organization, beside those of its own; its own host for itself.
    public String platformName(OrganizationView organization) {
        return organization.platform() ? platformHost : organization.slug() + "." + platformHost;
    }

    public String platformHost() {
        return platformHost;
    }

    /// Whether a name is the platform's or lies below it: nobody else's to claim.
    public boolean ours(String host) {
        return host.equals(platformHost) || host.endsWith("." + platformHost);
    }

    private Optional<Site> load(String host) {
        if (host.equals(platformHost))
            return organizations.find(OrganizationView.PLATFORM).map(platform -> new Site.Platform(host, platform));
        return organizations
                .servedAt(host, slug(host))
                .map(served -> served.site(host))
                .or(() -> ours(host)
                        ? Optional.empty()
                        : organizations.comingAt(host).map(organization -> new Site.Coming(host, organization)));
    }

    /// The slug when the name lies directly under the platform's host, otherwise an empty text.
    private String slug(String host) {
        var suffix = "." + platformHost;
        if (!host.endsWith(suffix)) return "";
        var slug = host.substring(0, host.length() - suffix.length());
        return slug.contains(".") ? "" : slug;
    }

    private void forget(String what) {
        changes.incrementAndGet();
        int space = what.indexOf(' ');
        if (space < 0) {
            known.invalidateAll();
            primaries.invalidateAll();
            return;
        }
        var organization = what.substring(0, space);
        primaries.invalidate(organization);
        known.invalidate(what.substring(space + 1));
        known.asMap()
                .values()
                .removeIf(site -> site.map(Site::organization)
                        .filter(owner -> owner.id().equals(organization))
                        .isPresent());
    }
}

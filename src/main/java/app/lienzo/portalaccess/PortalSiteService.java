package app.lienzo.portalaccess;

import app.lienzo.audit.AuditTrail;
import app.lienzo.branding.BrandService;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.spaces.Vocabularies;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// The door to the portals of spaces: which there are at the host at hand, and the switch that opens and closes one.
@ApplicationScoped
public class PortalSiteService {
    /// Told to all replicas, with the organization's id, when one of its portals was set up anew.
    public static final String CHANGED = KnownPortals.CHANGED;

    private final SpaceService spaces;
    private final Vocabularies vocabularies;
    private final KnownPortals portals;
    private final BrandService brands;
    private final Scope scope;
    private final AuditTrail audit;
    private final Clock clock;

    PortalSiteService(
            SpaceService spaces,
            Vocabularies vocabularies,
            KnownPortals portals,
            BrandService brands,
            Scope scope,
            AuditTrail audit,
            Clock clock) {
        this.spaces = spaces;
        this.vocabularies = vocabularies;
        this.portals = portals;
        this.brands = brands;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /// The portal of the space with this name in addresses; nothing for an archived space, for a portal that is
    /// switched off, and on a host that shows one portal nothing for the others.
    public Optional<PortalSite> find(String slug) {
        return spaces.everywhere().stream()
                .filter(space -> space.slug().equals(slug) && servedHere(space))
                .findFirst()
                .filter(space -> portals.of(space.id()).open())
                .map(this::site);
    }

    /// The same by the space's id, wherever it is asked.
    public Optional<PortalSite> find(UUID id) {
        return spaces.everywhere().stream()
                .filter(space -> space.id().equals(id) && portals.of(id).open())
                .findFirst()
                .map(this::site);
    }

    /// @throws Refused not found, the same for every reason
    public PortalSite require(String slug) {
        return find(slug).orElseThrow(Refused::notFound);
    }

    /// The portal that a page of the request at hand belongs to: from here on its look is shown.
    ///
    /// @throws Refused as [#require]
    public PortalSite enter(String slug) {
        var site = require(slug);
        brands.show(brands.ofSpace(site.space().id()));
        return site;
    }

    /// How a space's portal is set up; as usual where nobody changed it.
    public PortalSettings settings(UUID space) {
        return portals.of(space);
    }

    /// Whether the portal of a space is switched on.
    public boolean open(UUID space) {
        return settings(space).open();
    }

    /// Sets a portal up. Switched off it is not there for anybody; whoever has access keeps it for when it comes back.
    ///
    /// @throws Refused as [SignedIn#require]
    @Transactional
    public void change(SignedIn me, UUID space, PortalSettings settings) {
        me.require(Permission.SPACE_SETTINGS, space);
        var before = settings(space);
        if (before.equals(settings)) return;
        portals.save(space, settings, clock.instant());
        if (before.open() == settings.open()) audit.record(me.actor(), "portal-edited", "space", space);
        else if (settings.open()) audit.record(me.actor(), "portal-opened", "space", space);
        else audit.record(me.actor(), "portal-closed", "space", space);
    }

    private boolean servedHere(SpaceView space) {
        return !(scope.site().orElse(null) instanceof Site.Portal portal)
                || portal.space().equals(space.id());
    }

    private PortalSite site(SpaceView space) {
        boolean alone = scope.site().orElse(null) instanceof Site.Portal;
        return new PortalSite(space, vocabularies.of(space.id()), alone ? "/" : PortalSite.path(space.slug()));
    }
}

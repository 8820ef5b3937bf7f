package app.lienzo.portal;

import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to the front pages of spaces' sites. Open to everybody; what it says a stranger may read.
@ApplicationScoped
public class PortalService {
    private final PortalSiteService sites;
    private final List<PortalChat> chats;

    PortalService(PortalSiteService sites, @All List<PortalChat> chats) {
        this.sites = sites;
        this.chats = chats;
    }

    /// The site of the space with this name in addresses; nothing as [PortalSiteService#find(String)] says.
    public Optional<PortalView> find(String slug) {
        return sites.find(slug).map(this::view);
    }

    /// The site of a space; nothing for an archived one and one whose portal is switched off.
    public Optional<PortalView> find(UUID id) {
        return sites.find(id).map(this::view);
    }

    private PortalView view(PortalSite site) {
        var chat = chats.stream()
                .flatMap(port -> port.key(site.space().id()).stream())
                .findFirst()
                .orElse(null);
        return new PortalView(site.space(), site.vocabulary(), chat, site);
    }
}

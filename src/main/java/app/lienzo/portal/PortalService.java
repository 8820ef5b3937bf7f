package app.lienzo.portal;

import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.spaces.Vocabularies;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to the sites of spaces. Open to everybody; what it says a stranger may read.
@ApplicationScoped
public class PortalService {
    private final Scope scope;
    private final SpaceService spaces;
    private final Vocabularies vocabularies;
    private final List<PortalChat> chats;

    PortalService(Scope scope, SpaceService spaces, Vocabularies vocabularies, @All List<PortalChat> chats) {
        this.scope = scope;
        this.spaces = spaces;
        this.vocabularies = vocabularies;
        this.chats = chats;
    }

    /// The site of the space with this name in addresses; nothing for an archived one, and on a host that serves one
    /// space nothing for the others.
    public Optional<PortalView> find(String slug) {
        return spaces.everywhere().stream()
                .filter(space -> space.slug().equals(slug) && servedHere(space))
                .findFirst()
                .map(this::view);
    }

    /// The site of a space; nothing for an archived one.
    public Optional<PortalView> find(UUID id) {
        return spaces.everywhere().stream()
                .filter(space -> space.id().equals(id))
                .findFirst()
                .map(this::view);
    }

    private boolean servedHere(SpaceView space) {
        return !(scope.site().orElse(null) instanceof Site.Portal portal)
                || portal.space().equals(space.id());
    }

    private PortalView view(SpaceView space) {
        var chat = chats.stream()
                .flatMap(port -> port.key(space.id()).stream())
                .findFirst()
                .orElse(null);
        return new PortalView(space, vocabularies.of(space.id()), chat);
    }
}

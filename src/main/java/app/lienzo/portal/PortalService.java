package app.lienzo.portal;

import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.spaces.Vocabularies;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The door to the sites of spaces. Open to everybody; what it says a stranger may read.
@ApplicationScoped
public class PortalService {
    private final SpaceService spaces;
    private final Vocabularies vocabularies;
    private final List<PortalChat> chats;

    PortalService(SpaceService spaces, Vocabularies vocabularies, @All List<PortalChat> chats) {
        this.spaces = spaces;
        this.vocabularies = vocabularies;
        this.chats = chats;
    }

    /// The site of the space with this name in addresses; nothing for an archived one.
    public Optional<PortalView> find(String slug) {
        return spaces.everywhere().stream()
                .filter(space -> space.slug().equals(slug))
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

    private PortalView view(SpaceView space) {
        var chat = chats.stream()
                .flatMap(port -> port.key(space.id()).stream())
                .findFirst()
                .orElse(null);
        return new PortalView(space, vocabularies.of(space.id()), chat);
    }
}

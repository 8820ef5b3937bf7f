package app.lienzo.spaces.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SpaceRole;
import app.lienzo.spaces.SpaceService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The spaces one works in, for programs.
@Path("/api/v1/spaces")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SpaceApi {
    private final SpaceService spaces;
    private final CurrentMember current;

    SpaceApi(SpaceService spaces, CurrentMember current) {
        this.spaces = spaces;
        this.current = current;
    }

    /// @param role what the asking member is there
    public record SpaceItem(UUID id, String slug, String name, SpaceRole role) {}

    @GET
    @PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
    public List<SpaceItem> list() {
        var me = current.get();
        return spaces.of(me).stream()
                .map(space -> new SpaceItem(
                        space.id(),
                        space.slug(),
                        space.name(),
                        Objects.requireNonNull(me.spaces().get(space.id()))))
                .toList();
    }
}

package app.lienzo.identity;

import java.util.Map;
import java.util.UUID;

/// Port: a member's role in each space. Implemented by `spaces`.
public interface SpaceRoles {
    /// @param everywhere the member runs every space, assigned or not
    Map<UUID, SpaceRole> of(UUID member, boolean everywhere);
}

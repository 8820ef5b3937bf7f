package app.lienzo.contacts;

import java.util.List;
import java.util.UUID;

/// Port: things that belong to a contact and go with him when he turns out to be another one. Called inside the
/// transaction.
public interface ContactReferences {
    /// How many there are, for the preview.
    default int count(UUID contact) {
        return 0;
    }

    /// @return what was moved, for [#moveBack]
    List<UUID> move(UUID from, UUID to);

    void moveBack(List<UUID> things, UUID from, UUID to);
}

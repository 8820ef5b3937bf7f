package app.lienzo.views;

import app.lienzo.spaces.SpaceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list's page shows of its saved views, for the tag `saved-views`.
///
/// @param current the one looked at; null for none
/// @param query what the list is asked for now, as a new view would keep it
/// @param columns those shown now
/// @param sharing the spaces in which the member may share one
/// @param changes ids of those that the member may change
/// @param removed the one that he has just removed, to be brought back; null for none
public record ViewBar(
        ViewSubject subject,
        List<SavedView> views,
        @Nullable SavedView current,
        String query,
        List<String> columns,
        List<SpaceView> sharing,
        List<UUID> changes,
        @Nullable SavedView removed) {

    /// Whether the list differs from the view it was opened by.
    public boolean altered() {
        return current != null && !current.query().equals(query);
    }

    /// As a form carries them.
    public String columnList() {
        return String.join(",", columns);
    }

    public boolean mayChange(SavedView view) {
        return changes.contains(view.id());
    }
}

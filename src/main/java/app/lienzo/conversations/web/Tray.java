package app.lienzo.conversations.web;

import app.lienzo.conversations.ConversationState;
import app.lienzo.conversations.TrayCounts;
import app.lienzo.spaces.SpaceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The left column: one tray of conversations and what leads to the others.
///
/// @param space the one looked into; null for all
/// @param asked the one that this page alone is about, whatever the member chose; null for his choice
/// @param archived whether that one is archived: there is only reading
/// @param spaces those to choose from
/// @param team whether what others hold is shown too
/// @param oversees whether the member may ask for that
/// @param next where the next page begins; null at the end
record Tray(
        Name name,
        @Nullable UUID space,
        @Nullable UUID asked,
        boolean archived,
        List<SpaceView> spaces,
        boolean team,
        boolean oversees,
        String text,
        TrayCounts counts,
        List<Row> rows,
        @Nullable String next) {

    /// As trays are called in addresses.
    enum Name {
        INBOX("inbox", ConversationState.INBOX),
        IN_PROGRESS("in-progress", ConversationState.IN_PROGRESS),
        CLOSED("closed", ConversationState.CLOSED);

        private final String path;
        private final ConversationState state;

        Name(String path, ConversationState state) {
            this.path = path;
            this.state = state;
        }

        public String path() {
            return path;
        }

        public ConversationState state() {
            return state;
        }

        /// The inbox for anything that is no tray.
        static Name read(@Nullable String path) {
            for (var name : values()) if (name.path.equals(path)) return name;
            return INBOX;
        }

        static Name of(ConversationState state) {
            return switch (state) {
                case INBOX -> INBOX;
                case IN_PROGRESS -> IN_PROGRESS;
                case CLOSED -> CLOSED;
            };
        }
    }

    /// Of the one looked into; null for all, and for one that stands in no list.
    public @Nullable String spaceName() {
        return spaces.stream()
                .filter(one -> one.id().equals(space))
                .map(SpaceView::name)
                .findFirst()
                .orElse(null);
    }

    public boolean inbox() {
        return name == Name.INBOX;
    }

    public boolean inProgress() {
        return name == Name.IN_PROGRESS;
    }

    public boolean closed() {
        return name == Name.CLOSED;
    }
}

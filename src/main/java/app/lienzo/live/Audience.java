package app.lienzo.live;

import java.util.Set;
import java.util.UUID;

/// Who follows, and so what he may hear.
public sealed interface Audience {
    boolean hears(LiveEvent event);

    /// A member at the console.
    ///
    /// @param spaces where he works
    /// @param overseen where he also hears of what others hold
    record Member(UUID member, Set<UUID> spaces, Set<UUID> overseen) implements Audience {
        @Override
        public boolean hears(LiveEvent event) {
            // That the team is there is news for customers.
            if (!spaces.contains(event.space()) || event.kind().equals(LiveHub.TEAM)) return false;
            return event.holder() == null || event.holder().equals(member) || overseen.contains(event.space());
        }
    }

    /// The customer's side of one conversation.
    ///
    /// @param channel where he came in
    /// @param space where it lies: what is told to a whole space is told here too
    /// @param kinds what may be told there; a kind that is not named stays inside the house
    record Conversation(UUID conversation, UUID channel, UUID space, Set<String> kinds) implements Audience {
        @Override
        public boolean hears(LiveEvent event) {
            if (!kinds.contains(event.kind())) return false;
            return event.conversation() == null
                    ? space.equals(event.space())
                    : conversation.equals(event.conversation());
        }
    }

    /// A contact at his portal, who looks at something there.
    ///
    /// @param subjects what he looks at; they stand in the place of the conversation
    /// @param kinds what may be told there; a kind that is not named stays inside the house
    record Customer(UUID contact, Set<UUID> subjects, Set<String> kinds) implements Audience {
        @Override
        public boolean hears(LiveEvent event) {
            return kinds.contains(event.kind())
                    && event.conversation() != null
                    && subjects.contains(event.conversation());
        }
    }
}

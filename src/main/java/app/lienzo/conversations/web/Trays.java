package app.lienzo.conversations.web;

import app.lienzo.conversations.ChannelDirectory;
import app.lienzo.conversations.ConversationQuery;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fills the left column.
@ApplicationScoped
class Trays {
    private static final int PAGE = 40;

    private final ConversationService conversations;
    private final SpaceService spaces;
    private final SpaceChoice choice;
    private final ChannelDirectory channels;
    private final ConsoleWords words;

    Trays(
            ConversationService conversations,
            SpaceService spaces,
            SpaceChoice choice,
            ChannelDirectory channels,
            ConsoleWords words) {
        this.conversations = conversations;
        this.spaces = spaces;
        this.choice = choice;
        this.channels = channels;
        this.words = words;
    }

    Tray read(SignedIn me, TrayWish wish) {
        return read(me, wish, Tray.Name.read(wish.tray()), wish.team() != null, wish.openId());
    }

    /// The tray that an open conversation lies in, or the one that was asked for.
    Tray around(SignedIn me, TrayWish wish, ConversationView open) {
        var own = Tray.Name.of(open.state());
        boolean team = wish.team() != null || (own == Tray.Name.IN_PROGRESS && !open.heldBy(me.member()));
        return read(me, wish, wish.tray() == null ? own : Tray.Name.read(wish.tray()), team, open.id());
    }

    Row row(SignedIn me, ConversationView view, @Nullable UUID open) {
        return new Row(
                view,
                words.name(view),
                channels.label(view.channel()),
                view.heldBy(me.member()),
                view.id().equals(open));
    }

    private Tray read(SignedIn me, TrayWish wish, Tray.Name name, boolean team, @Nullable UUID open) {
        var asked = wish.space() == null ? null : Ids.read(wish.space()).orElse(null);
        var space = asked == null ? choice.of(me).orElse(null) : asked;
        var text = SafeText.line(wish.q() == null ? "" : wish.q(), ConversationQuery.TEXT_MAX);
        boolean oversees = me.may(Permission.CONVERSATIONS_OVERSEE);
        var after = wish.after() == null ? null : ConversationQuery.Place.read(wish.after());
        int size = wish.rows(PAGE, ConversationQuery.LIMIT_MAX);
        var found =
                conversations.list(me, new ConversationQuery(name.state(), space, team && oversees, text, after, size));
        return new Tray(
                name,
                space,
                asked,
                asked != null && spaces.archived(asked),
                spaces.of(me),
                team && oversees,
                oversees,
                text,
                conversations.counts(me, space),
                found.stream().map(view -> row(me, view, open)).toList(),
                next(found, size));
    }

    private static @Nullable String next(List<ConversationView> found, int size) {
        if (found.size() < size) return null;
        var last = found.getLast();
        return new ConversationQuery.Place(last.changedAt(), last.id()).cursor();
    }
}

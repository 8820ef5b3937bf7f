package app.lienzo.conversations.web;

import app.lienzo.contacts.ContactService;
import app.lienzo.conversations.ChannelDirectory;
import app.lienzo.conversations.ConversationLinks;
import app.lienzo.conversations.ConversationService;
import app.lienzo.conversations.ConversationState;
import app.lienzo.conversations.ConversationView;
import app.lienzo.conversations.CustomerPlaces;
import app.lienzo.conversations.DraftService;
import app.lienzo.conversations.MessageKind;
import app.lienzo.conversations.MessageService;
import app.lienzo.conversations.MessageView;
import app.lienzo.conversations.Whereabouts;
import app.lienzo.identity.SignedIn;
import app.lienzo.live.LiveHub;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lays out a conversation on the desk of a member who may see it.
@ApplicationScoped
class Desks {
    private static final int PAGE = 50;

    private final ConversationService conversations;
    private final MessageService messages;
    private final DraftService drafts;
    private final ContactService contacts;
    private final SpaceService spaces;
    private final ChannelDirectory channels;
    private final CustomerPlaces places;
    private final LiveHub live;
    private final Trays trays;
    private final ConsoleWords words;
    private final List<ConversationLinks> links;

    Desks(
            ConversationService conversations,
            MessageService messages,
            DraftService drafts,
            ContactService contacts,
            SpaceService spaces,
            ChannelDirectory channels,
            CustomerPlaces places,
            LiveHub live,
            Trays trays,
            ConsoleWords words,
            @All List<ConversationLinks> links) {
        this.conversations = conversations;
        this.messages = messages;
        this.drafts = drafts;
        this.contacts = contacts;
        this.spaces = spaces;
        this.channels = channels;
        this.places = places;
        this.live = live;
        this.trays = trays;
        this.words = words;
        this.links = links;
    }

    Desk read(SignedIn me, ConversationView view) {
        var reply = drafts.find(me, view.id(), MessageKind.REPLY).orElse("");
        var note = drafts.find(me, view.id(), MessageKind.NOTE).orElse("");
        return read(me, view, new Desk.Composer(reply, note, messages.textMax(), 0));
    }

    /// With what the member sent and could not be sent still in its field.
    Desk guarded(SignedIn me, ConversationView view, String text, int seen) {
        int newer = inboundAfter(me, view.id(), seen);
        var note = drafts.find(me, view.id(), MessageKind.NOTE).orElse("");
        return read(me, view, new Desk.Composer(text, note, messages.textMax(), newer));
    }

    /// How many messages of the customer the member has not seen.
    int inboundAfter(SignedIn me, UUID conversation, int seen) {
        return Math.toIntExact(messages.after(me, conversation, seen, PAGE).stream()
                .filter(message -> message.kind() == MessageKind.INBOUND)
                .count());
    }

    /// A page of what was said before a message.
    Log before(SignedIn me, ConversationView view, int seq) {
        var page = messages.before(me, view.id(), seq, PAGE);
        return new Log(view, bubbles(me, view, page), page.size() == PAGE);
    }

    /// What was said since.
    Log after(SignedIn me, ConversationView view, int seq) {
        return new Log(view, bubbles(me, view, messages.after(me, view.id(), seq, PAGE)), false);
    }

    /// A stretch of a conversation.
    ///
    /// @param older whether there is more before it
    record Log(ConversationView conversation, List<Bubble> bubbles, boolean older) {
        public int first() {
            return bubbles.isEmpty() ? 0 : bubbles.getFirst().message().seq();
        }
    }

    private Desk read(SignedIn me, ConversationView view, Desk.Composer composer) {
        var log = before(me, view, Integer.MAX_VALUE);
        return new Desk(
                view,
                words.name(view),
                channels.label(view.channel()),
                spaceName(me, view),
                view.heldBy(me.member()),
                live.followed(view.id()),
                log.bubbles(),
                log.older(),
                view.state() == ConversationState.IN_PROGRESS ? conversations.team(me, view) : List.of(),
                composer,
                person(me, view),
                links.stream().flatMap(one -> one.of(me, view.id()).stream()).toList(),
                links.stream().flatMap(one -> one.making(me, view).stream()).toList());
    }

    private Desk.Person person(SignedIn me, ConversationView view) {
        var place = places.whereabouts(view.contact()).orElse(new Whereabouts("", ""));
        var earlier = conversations.earlier(me, view).stream()
                .map(before -> trays.row(me, before, null))
                .toList();
        return new Desk.Person(
                contacts.find(view.contact()).orElse(null), place.page(), BrowserName.of(place.userAgent()), earlier);
    }

    private List<Bubble> bubbles(SignedIn me, ConversationView view, List<MessageView> page) {
        var name = words.name(view);
        return page.stream()
                .map(message -> Bubble.of(
                        message,
                        message.kind() == MessageKind.INBOUND ? named(message.author(), name) : message.author(),
                        me.member().equals(message.authorId()),
                        view.readByContact()))
                .toList();
    }

    private static String named(@Nullable String author, String otherwise) {
        return author == null || author.isEmpty() ? otherwise : author;
    }

    private String spaceName(SignedIn me, ConversationView view) {
        return spaces.of(me).stream()
                .filter(space -> space.id().equals(view.space()))
                .map(SpaceView::name)
                .findFirst()
                .orElse("");
    }
}

package app.lienzo.conversations;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.live.EventLog;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.DatabaseFailed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The door to messages: what customers write comes in here, what members write goes out here.
@ApplicationScoped
public class MessageService {
    private static final int SOURCE_MAX = 200;

    private final Conversations conversations;
    private final Messages messages;
    private final MessageWriter writer;
    private final ReplyQueue replies;
    private final Attachments attachments;
    private final SpaceService spaces;
    private final EventLog log;
    private final Clock clock;
    private final ConversationConfig config;

    MessageService(
            Conversations conversations,
            Messages messages,
            MessageWriter writer,
            ReplyQueue replies,
            Attachments attachments,
            SpaceService spaces,
            EventLog log,
            Clock clock,
            ConversationConfig config) {
        this.conversations = conversations;
        this.messages = messages;
        this.writer = writer;
        this.replies = replies;
        this.attachments = attachments;
        this.spaces = spaces;
        this.log = log;
        this.clock = clock;
        this.config = config;
    }

    /// The longest message that is taken, in characters.
    public int textMax() {
        return config.messageMax();
    }

    /// How many files a message takes.
    public int attachmentsMax() {
        return config.attachmentsMax();
    }

    /// Stores what a customer wrote and tells those who may know. What was stored before is not stored
    /// again.
    ///
    /// @throws Refused `message-empty`, `message-too-long`, `attachments-too-many`,
    ///     `attachment-unknown`; then nothing is stored
    public Receipt receive(Inbound inbound) {
        var text = checked(inbound.text(), inbound.attachments());
        var row = row(
                MessageKind.INBOUND,
                new MessageWriter.Author(null, SafeText.line(inbound.author(), 120)),
                text,
                key(inbound.source(), text, inbound.attachments()),
                inbound.attachments());
        try {
            var place = together(inbound.attachments(), row, inbound.visitor(), null, () -> place(inbound, row));
            log.grew();
            return new Receipt(stored(place, row), true);
        } catch (DatabaseFailed failed) {
            if (!failed.duplicate()) throw failed;
            return again(inbound, row);
        }
    }

    /// Sends a reply or keeps a note.
    ///
    /// @throws Refused `conversation-not-yours`, `conversation-closed`, `message-newer`, and what
    ///     [#receive] refuses
    public Receipt send(SignedIn me, Outgoing outgoing) {
        var text = checked(outgoing.text(), outgoing.attachments());
        var source = outgoing.key() == null ? null : me.member() + ":" + outgoing.key();
        var row = row(
                outgoing.kind(),
                new MessageWriter.Author(me.member(), me.name()),
                text,
                key(source, outgoing.kind() + text, outgoing.attachments()),
                outgoing.attachments());
        try {
            var place = together(outgoing.attachments(), row, null, me.member(), () -> place(me, outgoing, row));
            log.grew();
            return new Receipt(stored(place, row), true);
        } catch (DatabaseFailed failed) {
            if (!failed.duplicate() || source == null) throw failed;
            return earlier(outgoing.conversation(), source, row);
        }
    }

    /// A page of a conversation the member may see: the last messages before a place, oldest first.
    ///
    /// @param before a place, or null for the end
    public List<MessageView> before(SignedIn me, UUID conversation, @Nullable Integer before, int limit) {
        requireVisible(me, conversation);
        return messages.before(conversation, before == null ? Integer.MAX_VALUE : before, limit);
    }

    /// What came after a place, oldest first.
    public List<MessageView> after(SignedIn me, UUID conversation, int seq, int limit) {
        requireVisible(me, conversation);
        return messages.after(conversation, seq, limit);
    }

    /// For the customer's side: what both sides may read, after a place. Whether it is his was decided
    /// by the channel.
    public List<MessageView> shared(UUID conversation, int after, int limit) {
        return messages.shared(conversation, after, limit);
    }

    private MessageWriter.Place place(Inbound inbound, MessageWriter.Row row) {
        return writer.append(inbound, row).orElseGet(() -> writer.open(inbound, row));
    }

    private MessageWriter.Place place(SignedIn me, Outgoing outgoing, MessageWriter.Row row) {
        if (outgoing.kind() == MessageKind.NOTE) {
            spaces.requireInUse(requireVisible(me, outgoing.conversation()).space());
            return writer.inside(outgoing.conversation(), row).orElseThrow(Refused::notFound);
        }
        int seen = outgoing.seen() == null ? Integer.MAX_VALUE : outgoing.seen();
        var reply = new MessageWriter.Reply(
                me, spaces.inUse(me, Permission.CONVERSATIONS_WORK), outgoing.conversation(), seen, row);
        return (QuarkusTransaction.isActive() ? writer.reply(reply) : replies.store(reply))
                .orElseThrow(() -> whyNot(me, outgoing.conversation()));
    }

    /// Why a reply went nowhere, in the words of what the member may know.
    private Refused whyNot(SignedIn me, UUID conversation) {
        var view = requireVisible(me, conversation);
        spaces.requireInUse(view.space());
        if (view.state() == ConversationState.CLOSED) return Refused.conflict("conversation-closed");
        return view.heldBy(me.member())
                ? Refused.conflict("message-newer")
                : Refused.conflict("conversation-not-yours");
    }

    /// A second message of a new customer can overtake the first on its way in; the loser of the two
    /// finds the conversation.
    private Receipt again(Inbound inbound, MessageWriter.Row row) {
        try {
            var place = together(
                    inbound.attachments(),
                    row,
                    inbound.visitor(),
                    null,
                    () -> writer.append(inbound, row).orElseThrow(Refused::notFound));
            log.grew();
            return new Receipt(stored(place, row), true);
        } catch (DatabaseFailed failed) {
            if (!failed.duplicate()) throw failed;
            return earlier(inbound.thread(), inbound.source(), row);
        }
    }

    private Receipt earlier(UUID conversation, String source, MessageWriter.Row row) {
        var message = messages.bySource(conversation, stored(source)).orElseThrow(Refused::notFound);
        if (!java.util.Arrays.equals(messages.hashOf(message.id()), row.key().hash())) {
            throw Refused.invalid("message-key-reused");
        }
        return new Receipt(message, false);
    }

    /// With attachments, the message and its files are one transaction; without, the one statement is.
    private MessageWriter.Place together(
            List<UUID> files,
            MessageWriter.Row row,
            @Nullable UUID visitor,
            @Nullable UUID member,
            Supplier<MessageWriter.Place> write) {
        if (files.isEmpty()) return write.get();
        return QuarkusTransaction.requiringNew().call(() -> {
            var place = write.get();
            attachments.attach(files, place.conversation(), row.id(), visitor, member);
            return place;
        });
    }

    private MessageView stored(MessageWriter.Place place, MessageWriter.Row row) {
        if (row.attachments() > 0) return messages.find(row.id()).orElseThrow(Refused::notFound);
        return new MessageView(
                row.id(),
                place.conversation(),
                place.seq(),
                row.kind(),
                row.author().member(),
                row.author().name(),
                row.body(),
                row.key().source(),
                row.at(),
                List.of());
    }

    private String checked(String written, List<UUID> files) {
        if (written.length() > 2 * config.messageMax()) throw Refused.invalid("message-too-long", config.messageMax());
        var text = SafeText.block(written);
        if (text.length() > config.messageMax()) throw Refused.invalid("message-too-long", config.messageMax());
        if (text.isEmpty() && files.isEmpty()) throw Refused.invalid("message-empty");
        if (files.size() > config.attachmentsMax())
            throw Refused.invalid("attachments-too-many", config.attachmentsMax());
        return text;
    }

    private MessageWriter.Row row(
            MessageKind kind, MessageWriter.Author author, String text, MessageWriter.Key key, List<UUID> files) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new MessageWriter.Row(Ids.next(), kind, author, text, key, files.size(), now);
    }

    private static MessageWriter.Key key(@Nullable String source, String text, List<UUID> files) {
        if (source == null) return MessageWriter.Key.NONE;
        return new MessageWriter.Key(stored(source), Secrets.hash(text + files));
    }

    /// A stranger's key as it is stored, and so as it has to be looked for.
    private static String stored(String source) {
        return SafeText.line(source, SOURCE_MAX);
    }

    private ConversationView requireVisible(SignedIn me, UUID conversation) {
        return conversations.visible(me, conversation).orElseThrow(Refused::notFound);
    }
}

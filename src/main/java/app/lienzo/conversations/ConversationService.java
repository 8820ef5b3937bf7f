package app.lienzo.conversations;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.live.EventLog;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to conversations: finding them, and who holds them.
@ApplicationScoped
public class ConversationService {
    private static final int EARLIER_MAX = 5;

    private final Conversations conversations;
    private final Holding holding;
    private final MessageWriter writer;
    private final SpaceService spaces;
    private final SpaceTeamService teams;
    private final EventLog log;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;

    ConversationService(
            Conversations conversations,
            Holding holding,
            MessageWriter writer,
            SpaceService spaces,
            SpaceTeamService teams,
            EventLog log,
            AuditTrail audit,
            TenantSql sql,
            Clock clock) {
        this.conversations = conversations;
        this.holding = holding;
        this.writer = writer;
        this.spaces = spaces;
        this.teams = teams;
        this.log = log;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /// A page of a tray, newest first.
    public List<ConversationView> list(SignedIn me, ConversationQuery query) {
        return conversations.list(me, query);
    }

    /// @param space null for all where the member works, without archived ones
    public TrayCounts counts(SignedIn me, @Nullable UUID space) {
        if (space == null) return conversations.counts(me, spaces.inUse(me, Permission.CONVERSATIONS_WORK));
        return conversations.counts(me, me.may(Permission.CONVERSATIONS_WORK, space) ? Set.of(space) : Set.of());
    }

    /// @throws Refused not found, also for what others hold
    public ConversationView require(SignedIn me, UUID id) {
        return conversations.visible(me, id).orElseThrow(Refused::notFound);
    }

    /// Empty where [#require] refuses.
    public Optional<ConversationView> visible(SignedIn me, UUID id) {
        return conversations.visible(me, id);
    }

    /// How the customer's side sees a conversation of his; nothing before its first message.
    public Optional<CustomerView> customerView(UUID conversation) {
        return conversations.customerView(conversation);
    }

    /// What the contact of a conversation wrote about before.
    public List<ConversationView> earlier(SignedIn me, ConversationView conversation) {
        return conversations.ofContact(me, conversation.contact(), conversation.id(), EARLIER_MAX);
    }

    /// What a contact wrote about, as far as the member may see it; also what he wrote before it turned out who he is.
    public List<ConversationView> ofContact(SignedIn me, UUID contact, int limit) {
        return conversations.ofContact(me, contact, limit);
    }

    /// Takes a conversation from the inbox. One conditional update: of two who take it, one wins.
    ///
    /// @throws Refused `conversation-held` with the winner's name, `conversation-closed`, not found
    @Transactional
    public ConversationView take(SignedIn me, UUID id) {
        var taken = holding.take(me, id);
        if (taken.isEmpty()) {
            var view = conversations.visible(me, id);
            view.ifPresent(found -> spaces.requireInUse(found.space()));
            if (view.isPresent() && view.get().heldBy(me.member())) return view.get();
            throw holding.whyNotTaken(me, id);
        }
        return done(me, taken.get(), "conversation-taken");
    }

    /// Puts a conversation back into the inbox: its holder may, and whoever oversees the space.
    @Transactional
    public ConversationView release(SignedIn me, UUID id) {
        requireHeld(me, id);
        var change = holding.release(me, id).orElseThrow(ConversationService::changedMeanwhile);
        return done(me, change, "conversation-released");
    }

    /// Hands a conversation to another member of its space.
    ///
    /// @throws Refused `member-unknown` when he does not work there
    @Transactional
    public void transfer(SignedIn me, UUID id, UUID to) {
        var view = requireHeld(me, id);
        var receiver = teams.team(me, view.space()).stream()
                .filter(member -> member.id().equals(to))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("member-unknown"));
        var change = holding.transfer(me, id, to).orElseThrow(ConversationService::changedMeanwhile);
        line(change.conversation(), me, "transferred:" + receiver.name());
        told(me, change, to.equals(me.member()) ? "conversation-taken-over" : "conversation-transferred");
    }

    @Transactional
    public ConversationView close(SignedIn me, UUID id) {
        requireHeld(me, id);
        var change = holding.close(me, id).orElseThrow(ConversationService::changedMeanwhile);
        return done(me, change, "conversation-closed");
    }

    /// Opens a closed conversation again; whoever does so holds it.
    @Transactional
    public ConversationView reopen(SignedIn me, UUID id) {
        var view = require(me, id);
        spaces.requireInUse(view.space());
        if (view.state() != ConversationState.CLOSED) throw Refused.conflict("conversation-not-closed");
        var change = holding.reopen(me, id).orElseThrow(ConversationService::changedMeanwhile);
        return done(me, change, "conversation-reopened");
    }

    /// To whom a conversation can be handed.
    public List<MemberView> team(SignedIn me, ConversationView conversation) {
        return teams.team(me, conversation.space());
    }

    /// The member has read up to a message. When he holds the conversation, the customer is told so.
    @Transactional
    public void read(SignedIn me, UUID id, int seq) {
        var view = require(me, id);
        int upTo = Math.min(seq, view.lastSeq());
        sql.update("""
                insert into lienzo.read_mark as r (tenant_id, member_id, conversation_id, seq)
                values (current_setting('lienzo.tenant'), ?, ?, ?)
                on conflict (tenant_id, member_id, conversation_id) do update set seq = greatest(r.seq, excluded.seq)
                """, me.member(), id, upTo);
        if (view.heldBy(me.member()) && holding.readByTeam(id, upTo)) log.grew();
    }

    /// The customer has read up to a message.
    @Transactional
    public void readByContact(UUID id, int seq) {
        if (holding.readByContact(id, seq)) log.grew();
    }

    private ConversationView requireHeld(SignedIn me, UUID id) {
        var view = require(me, id);
        spaces.requireInUse(view.space());
        return switch (view.state()) {
            case INBOX -> throw Refused.conflict("conversation-not-yours");
            case CLOSED -> throw Refused.conflict("conversation-closed");
            case IN_PROGRESS -> view;
        };
    }

    private ConversationView done(SignedIn me, Holding.Change change, String action) {
        line(change.conversation(), me, action.substring("conversation-".length()));
        told(me, change, action);
        return require(me, change.conversation());
    }

    private void line(UUID conversation, SignedIn me, String code) {
        writer.inside(
                conversation,
                new MessageWriter.Row(
                        Ids.next(),
                        MessageKind.SYSTEM,
                        new MessageWriter.Author(me.member(), me.name()),
                        code,
                        MessageWriter.Key.NONE,
                        0,
                        clock.instant()));
    }

    private void told(SignedIn me, Holding.Change change, String action) {
        audit.record(me.actor(), action, "conversation", change.conversation());
        log.grew();
    }

    private static Refused changedMeanwhile() {
        return Refused.conflict("conversation-changed");
    }
}

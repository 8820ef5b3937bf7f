package app.lienzo.tickets;

import app.lienzo.kernel.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket that is being changed: applies the rules of the trade and remembers each difference with
/// the names of this moment.
final class Ticket {
    private final TicketView before;
    private final Instant now;
    private final List<EntryView.Change> lines = new ArrayList<>();
    private TicketView after;

    Ticket(TicketView before, Instant now) {
        this.before = before;
        this.after = before;
        this.now = now;
    }

    TicketView before() {
        return before;
    }

    TicketView after() {
        return after;
    }

    List<EntryView.Change> lines() {
        return List.copyOf(lines);
    }

    Set<String> what() {
        var what = new HashSet<String>();
        lines.forEach(line -> what.add(line.what()));
        return what;
    }

    boolean unchanged() {
        return lines.isEmpty();
    }

    /// Whether it came into another category.
    boolean moved() {
        return before.category() != after.category();
    }

    /// Whether somebody of the team took it for the first time.
    boolean accepted() {
        return before.acceptedAt() == null && after.acceptedAt() != null;
    }

    void rename(String subject) {
        if (subject.isEmpty()) throw Refused.invalid("ticket-subject-missing");
        if (!note("subject", after.subject(), subject)) return;
        after = with(subject, after.type(), after.priority());
    }

    void classify(TicketType type) {
        if (note("type", code(after.type()), code(type))) after = with(after.subject(), type, after.priority());
    }

    void weigh(TicketPriority priority) {
        if (note("priority", code(after.priority()), code(priority)))
            after = with(after.subject(), after.type(), priority);
    }

    /// @param state the space's own word; null for the product's
    void move(TicketCategory category, @Nullable UUID state, @Nullable String name) {
        if (category == after.category() && Objects.equals(state, after.state())) return;
        var old = after.stateName() == null ? code(after.category()) : after.stateName();
        note("state", old, name == null ? code(category) : name);
        var solved = category == TicketCategory.SOLVED || category == TicketCategory.CLOSED
                ? Objects.requireNonNullElse(after.solvedAt(), now)
                : null;
        after = placed(category, state, name, solved, category == TicketCategory.CLOSED ? now : null);
    }

    void assign(@Nullable UUID member, @Nullable String name) {
        if (Objects.equals(member, after.assignee())) return;
        note("assignee", after.assigneeName(), name);
        var accepted = member == null ? after.acceptedAt() : Objects.requireNonNullElse(after.acceptedAt(), now);
        after = held(
                after.requester(), after.requesterName(), after.company(), after.companyName(), member, name, accepted);
    }

    void attribute(@Nullable UUID company, @Nullable String name) {
        if (Objects.equals(company, after.company())) return;
        note("company", after.companyName(), name);
        after = held(
                after.requester(),
                after.requesterName(),
                company,
                name,
                after.assignee(),
                after.assigneeName(),
                after.acceptedAt());
    }

    void ask(UUID requester, String name) {
        if (requester.equals(after.requester())) return;
        note("requester", after.requesterName(), name);
        after = held(
                requester,
                name,
                after.company(),
                after.companyName(),
                after.assignee(),
                after.assigneeName(),
                after.acceptedAt());
    }

    void tag(List<String> tags) {
        if (note("tags", String.join(", ", after.tags()), String.join(", ", tags)))
            after = marked(tags, after.fields());
    }

    /// @param labels how the fields are called, by their key
    void fill(Map<String, Object> fields, Map<String, String> labels) {
        var keys = new HashSet<>(after.fields().keySet());
        keys.addAll(fields.keySet());
        for (var key : keys) {
            var label = labels.getOrDefault(key, key);
            var old = text(after.fields().get(key));
            var fresh = text(fields.get(key));
            if (!Objects.equals(old, fresh)) lines.add(new EntryView.Change("field:" + label, old, fresh));
        }
        after = marked(after.tags(), new LinkedHashMap<>(fields));
    }

    /// It goes on as another one.
    void mergeInto(TicketView other) {
        note("merged", null, "#" + other.number());
        after = joined(other.id());
    }

    private boolean note(String what, @Nullable String from, @Nullable String to) {
        if (Objects.equals(from, to)) return false;
        lines.add(new EntryView.Change(what, empty(from), empty(to)));
        return true;
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /// A value that the product has words for in three languages.
    static String code(Enum<?> constant) {
        return ":" + constant.name();
    }

    private TicketView with(String subject, TicketType type, TicketPriority priority) {
        return new TicketView(
                after.id(),
                after.space(),
                after.number(),
                subject,
                type,
                priority,
                after.category(),
                after.state(),
                after.stateName(),
                after.requester(),
                after.requesterName(),
                after.requesterEmail(),
                after.company(),
                after.companyName(),
                after.assignee(),
                after.assigneeName(),
                after.source(),
                after.tags(),
                after.fields(),
                after.createdAt(),
                after.changedAt(),
                after.acceptedAt(),
                after.answeredAt(),
                after.solvedAt(),
                after.closedAt(),
                after.dueAt(),
                after.dueWhat(),
                after.lastSeq(),
                after.lastByContact(),
                after.lastByTeam(),
                after.preview(),
                after.mergedInto(),
                after.version());
    }

    private TicketView placed(
            TicketCategory category,
            @Nullable UUID state,
            @Nullable String name,
            @Nullable Instant solvedAt,
            @Nullable Instant closedAt) {
        return new TicketView(
                after.id(),
                after.space(),
                after.number(),
                after.subject(),
                after.type(),
                after.priority(),
                category,
                state,
                name,
                after.requester(),
                after.requesterName(),
                after.requesterEmail(),
                after.company(),
                after.companyName(),
                after.assignee(),
                after.assigneeName(),
                after.source(),
                after.tags(),
                after.fields(),
                after.createdAt(),
                after.changedAt(),
                after.acceptedAt(),
                after.answeredAt(),
                solvedAt,
                closedAt,
                after.dueAt(),
                after.dueWhat(),
                after.lastSeq(),
                after.lastByContact(),
                after.lastByTeam(),
                after.preview(),
                after.mergedInto(),
                after.version());
    }

    private TicketView held(
            UUID requester,
            String requesterName,
            @Nullable UUID company,
            @Nullable String companyName,
            @Nullable UUID assignee,
            @Nullable String assigneeName,
            @Nullable Instant acceptedAt) {
        return new TicketView(
                after.id(),
                after.space(),
                after.number(),
                after.subject(),
                after.type(),
                after.priority(),
                after.category(),
                after.state(),
                after.stateName(),
                requester,
                requesterName,
                after.requesterEmail(),
                company,
                companyName,
                assignee,
                assigneeName,
                after.source(),
                after.tags(),
                after.fields(),
                after.createdAt(),
                after.changedAt(),
                acceptedAt,
                after.answeredAt(),
                after.solvedAt(),
                after.closedAt(),
                after.dueAt(),
                after.dueWhat(),
                after.lastSeq(),
                after.lastByContact(),
                after.lastByTeam(),
                after.preview(),
                after.mergedInto(),
                after.version());
    }

    private TicketView marked(List<String> tags, Map<String, Object> fields) {
        return new TicketView(
                after.id(),
                after.space(),
                after.number(),
                after.subject(),
                after.type(),
                after.priority(),
                after.category(),
                after.state(),
                after.stateName(),
                after.requester(),
                after.requesterName(),
                after.requesterEmail(),
                after.company(),
                after.companyName(),
                after.assignee(),
                after.assigneeName(),
                after.source(),
                tags,
                fields,
                after.createdAt(),
                after.changedAt(),
                after.acceptedAt(),
                after.answeredAt(),
                after.solvedAt(),
                after.closedAt(),
                after.dueAt(),
                after.dueWhat(),
                after.lastSeq(),
                after.lastByContact(),
                after.lastByTeam(),
                after.preview(),
                after.mergedInto(),
                after.version());
    }

    private TicketView joined(UUID other) {
        return new TicketView(
                after.id(),
                after.space(),
                after.number(),
                after.subject(),
                after.type(),
                after.priority(),
                after.category(),
                after.state(),
                after.stateName(),
                after.requester(),
                after.requesterName(),
                after.requesterEmail(),
                after.company(),
                after.companyName(),
                after.assignee(),
                after.assigneeName(),
                after.source(),
                after.tags(),
                after.fields(),
                after.createdAt(),
                after.changedAt(),
                after.acceptedAt(),
                after.answeredAt(),
                after.solvedAt(),
                after.closedAt(),
                after.dueAt(),
                after.dueWhat(),
                after.lastSeq(),
                after.lastByContact(),
                after.lastByTeam(),
                after.preview(),
                other,
                after.version());
    }
}

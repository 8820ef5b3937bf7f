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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A ticket that is being changed: applies the rules of the trade and remembers each difference with
/// the names of this moment.
final class Ticket {
    private final TicketView before;
    private final Instant now;
    private final List<EntryView.Change> lines = new ArrayList<>();
    private String subject;
    private TicketType type;
    private TicketPriority priority;
    private TicketCategory category;
    private @Nullable UUID state;
    private @Nullable String stateName;
    private UUID requester;
    private String requesterName;
    private @Nullable UUID company;
    private @Nullable String companyName;
    private @Nullable UUID assignee;
    private @Nullable String assigneeName;
    private List<String> tags;
    private Map<String, Object> fields;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant solvedAt;
    private @Nullable Instant closedAt;
    private @Nullable UUID mergedInto;

    Ticket(TicketView before, Instant now) {
        this.before = before;
        this.now = now;
        this.subject = before.subject();
        this.type = before.type();
        this.priority = before.priority();
        this.category = before.category();
        this.state = before.state();
        this.stateName = before.stateName();
        this.requester = before.requester();
        this.requesterName = before.requesterName();
        this.company = before.company();
        this.companyName = before.companyName();
        this.assignee = before.assignee();
        this.assigneeName = before.assigneeName();
        this.tags = before.tags();
        this.fields = before.fields();
        this.acceptedAt = before.acceptedAt();
        this.solvedAt = before.solvedAt();
        this.closedAt = before.closedAt();
        this.mergedInto = before.mergedInto();
    }

    TicketView before() {
        return before;
    }

    /// As it is with all that was changed so far.
    TicketView after() {
        return new TicketView(
                before.id(),
                before.space(),
                before.number(),
                subject,
                type,
                priority,
                category,
                state,
                stateName,
                requester,
                requesterName,
                before.requesterEmail(),
                company,
                companyName,
                assignee,
                assigneeName,
                before.source(),
                tags,
                fields,
                before.createdAt(),
                before.changedAt(),
                acceptedAt,
                before.answeredAt(),
                solvedAt,
                closedAt,
                before.dueAt(),
                before.dueWhat(),
                before.lastSeq(),
                before.lastByContact(),
                before.lastByTeam(),
                before.preview(),
                mergedInto,
                before.version());
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

    /// Those it belonged to and belongs to now.
    List<UUID> companies() {
        return Stream.of(before.company(), company).filter(Objects::nonNull).toList();
    }

    /// Whether it came into another category.
    boolean moved() {
        return before.category() != category;
    }

    /// Whether somebody of the team took it for the first time.
    boolean accepted() {
        return before.acceptedAt() == null && acceptedAt != null;
    }

    void rename(String subject) {
        if (subject.isEmpty()) throw Refused.invalid("ticket-subject-missing");
        note("subject", this.subject, subject);
        this.subject = subject;
    }

    void classify(TicketType type) {
        note("type", code(this.type), code(type));
        this.type = type;
    }

    void weigh(TicketPriority priority) {
        note("priority", code(this.priority), code(priority));
        this.priority = priority;
    }

    /// @param state the space's own word; null for the product's
    void move(TicketCategory category, @Nullable UUID state, @Nullable String name) {
        if (category == this.category && Objects.equals(state, this.state)) return;
        var old = stateName == null ? code(this.category) : stateName;
        note("state", old, name == null ? code(category) : name);
        boolean over = category == TicketCategory.SOLVED || category == TicketCategory.CLOSED;
        this.category = category;
        this.state = state;
        stateName = name;
        solvedAt = over ? Objects.requireNonNullElse(solvedAt, now) : null;
        closedAt = category == TicketCategory.CLOSED ? now : null;
    }

    /// Why it was closed by nobody.
    void unanswered(int days) {
        note("unanswered", null, Integer.toString(days));
    }

    void assign(@Nullable UUID member, @Nullable String name) {
        if (Objects.equals(member, assignee)) return;
        note("assignee", assigneeName, name);
        assignee = member;
        assigneeName = name;
        if (member != null && acceptedAt == null) acceptedAt = now;
    }

    void attribute(@Nullable UUID company, @Nullable String name) {
        if (Objects.equals(company, this.company)) return;
        note("company", companyName, name);
        this.company = company;
        companyName = name;
    }

    void ask(UUID requester, String name) {
        if (requester.equals(this.requester)) return;
        note("requester", requesterName, name);
        this.requester = requester;
        requesterName = name;
    }

    void tag(List<String> tags) {
        note("tags", String.join(", ", this.tags), String.join(", ", tags));
        this.tags = tags;
    }

    /// @param labels how the fields are called, by their key
    void fill(Map<String, Object> fields, Map<String, String> labels) {
        var keys = new HashSet<>(this.fields.keySet());
        keys.addAll(fields.keySet());
        for (var key : keys) {
            var label = labels.getOrDefault(key, key);
            var old = text(this.fields.get(key));
            var fresh = text(fields.get(key));
            if (!Objects.equals(old, fresh)) lines.add(new EntryView.Change("field:" + label, old, fresh));
        }
        this.fields = new LinkedHashMap<>(fields);
    }

    /// It goes on as another one.
    void mergeInto(TicketView other) {
        note("merged", null, "#" + other.number());
        mergedInto = other.id();
    }

    private void note(String what, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) lines.add(new EntryView.Change(what, empty(from), empty(to)));
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
}

package app.lienzo.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be different about a ticket; what is null or empty stays as it is.
///
/// @param assignee [To#NOBODY] takes it off whoever has it
/// @param company one of the requester's, or [To#NOBODY]
/// @param tags all of them, in place of those there are
/// @param more tags to be added
/// @param less tags to be taken away
/// @param fields custom fields by their key, as typed; those that are not named stay
public record TicketChange(
        @Nullable String subject,
        @Nullable TicketType type,
        @Nullable TicketPriority priority,
        @Nullable StateChoice state,
        @Nullable UUID requester,
        @Nullable To company,
        @Nullable To assignee,
        @Nullable List<String> tags,
        List<String> more,
        List<String> less,
        Map<String, String> fields) {
    public static final TicketChange NOTHING =
            new TicketChange(null, null, null, null, null, null, null, null, List.of(), List.of(), Map.of());

    /// Somebody, or nobody.
    public record To(@Nullable UUID id) {
        public static final To NOBODY = new To(null);
    }

    public TicketChange withSubject(String to) {
        return new TicketChange(to, type, priority, state, requester, company, assignee, tags, more, less, fields);
    }

    public TicketChange withType(TicketType to) {
        return new TicketChange(subject, to, priority, state, requester, company, assignee, tags, more, less, fields);
    }

    public TicketChange withPriority(TicketPriority to) {
        return new TicketChange(subject, type, to, state, requester, company, assignee, tags, more, less, fields);
    }

    public TicketChange withState(StateChoice to) {
        return new TicketChange(subject, type, priority, to, requester, company, assignee, tags, more, less, fields);
    }

    public TicketChange withRequester(UUID to) {
        return new TicketChange(subject, type, priority, state, to, company, assignee, tags, more, less, fields);
    }

    /// @param to null for none
    public TicketChange withCompany(@Nullable UUID to) {
        return new TicketChange(
                subject, type, priority, state, requester, new To(to), assignee, tags, more, less, fields);
    }

    /// @param to null for nobody
    public TicketChange withAssignee(@Nullable UUID to) {
        return new TicketChange(
                subject, type, priority, state, requester, company, new To(to), tags, more, less, fields);
    }

    public TicketChange withTags(List<String> all) {
        return new TicketChange(subject, type, priority, state, requester, company, assignee, all, more, less, fields);
    }

    public TicketChange withMoreTags(List<String> added) {
        return new TicketChange(
                subject, type, priority, state, requester, company, assignee, tags, added, less, fields);
    }

    public TicketChange withLessTags(List<String> taken) {
        return new TicketChange(
                subject, type, priority, state, requester, company, assignee, tags, more, taken, fields);
    }

    public TicketChange withFields(Map<String, String> typed) {
        return new TicketChange(subject, type, priority, state, requester, company, assignee, tags, more, less, typed);
    }
}

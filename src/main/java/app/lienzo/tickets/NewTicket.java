package app.lienzo.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket to be opened.
///
/// @param company one of the requester's, or [TicketChange.To#NOBODY]; null for his default company, if
///     he has one
/// @param assignee null for nobody yet
/// @param fields custom fields by their key, as typed
/// @param files brought before by whoever opens it
/// @param conversation what it came out of; null for none
/// @param key the opener's own key of it: the same twice is one ticket; null for none
public record NewTicket(
        UUID space,
        Requester requester,
        String subject,
        Written description,
        TicketType type,
        TicketPriority priority,
        TicketSource source,
        TicketChange.@Nullable To company,
        @Nullable UUID assignee,
        List<String> tags,
        Map<String, String> fields,
        List<UUID> files,
        @Nullable UUID conversation,
        @Nullable String key) {

    /// The least there is.
    public static NewTicket of(UUID space, Requester requester, String subject, Written description) {
        return new NewTicket(
                space,
                requester,
                subject,
                description,
                TicketType.QUESTION,
                TicketPriority.NORMAL,
                TicketSource.AGENT,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null);
    }

    /// The same for somebody else.
    NewTicket of(Requester other) {
        return new NewTicket(
                space,
                other,
                subject,
                description,
                type,
                priority,
                source,
                company,
                assignee,
                tags,
                fields,
                files,
                conversation,
                key);
    }

    /// The same under another key.
    NewTicket under(@Nullable String other) {
        return new NewTicket(
                space,
                requester,
                subject,
                description,
                type,
                priority,
                source,
                company,
                assignee,
                tags,
                fields,
                files,
                conversation,
                other);
    }
}

package app.lienzo.tickets.web;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Tags;
import app.lienzo.tickets.NewTicket;
import app.lienzo.tickets.Requester;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketSource;
import app.lienzo.tickets.TicketType;
import app.lienzo.tickets.Written;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// What is typed about a new ticket.
///
/// @param requester a contact's id; empty for whoever has the address
/// @param conversation what it comes out of; empty for none
/// @param key of this attempt: the same twice is one ticket
/// @param attachments ids of files that were brought before
/// @param files that come with the form
public record NewTicketForm(
        @RestForm @Nullable String space,
        @RestForm @Nullable String requester,
        @RestForm @Nullable String email,
        @RestForm @Nullable String name,
        @RestForm @Nullable String subject,
        @RestForm @Nullable String type,
        @RestForm @Nullable String priority,
        @RestForm @Nullable String assignee,
        @RestForm @Nullable String tags,
        @RestForm @Nullable String text,
        @RestForm @Nullable String conversation,
        @RestForm @Nullable String key,
        @RestForm List<String> attachments,
        @RestForm("files") List<FileUpload> files) {

    static NewTicketForm of(
            UUID space, @Nullable UUID requester, @Nullable UUID conversation, String subject, String text) {
        return new NewTicketForm(
                space.toString(),
                requester == null ? "" : requester.toString(),
                "",
                "",
                subject,
                "QUESTION",
                "NORMAL",
                "",
                "",
                text,
                conversation == null ? "" : conversation.toString(),
                "",
                List.of(),
                List.of());
    }

    /// @param brought files of this form
    /// @throws Refused what is wrong with it
    NewTicket wish(UUID in, Map<String, String> fields, List<UUID> brought) {
        var contact = id(requester);
        return new NewTicket(
                in,
                contact == null ? Requester.of(said(email), said(name)) : Requester.of(contact),
                said(subject),
                Written.markdown(said(text)),
                type == null ? TicketType.QUESTION : TicketWords.type(type),
                priority == null ? TicketPriority.NORMAL : TicketWords.priority(priority),
                id(conversation) == null ? TicketSource.AGENT : TicketSource.CONVERSATION,
                null,
                id(assignee),
                Tags.read(said(tags)),
                fields,
                brought,
                id(conversation),
                said(key).isEmpty() ? null : key);
    }

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable UUID id(@Nullable String text) {
        return text == null || text.isEmpty() ? null : TicketWords.filter(text);
    }
}

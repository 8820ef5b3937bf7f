package app.lienzo.tickets.web;

import app.lienzo.contacts.CompanyMembership;
import app.lienzo.fields.FieldView;
import app.lienzo.tickets.Colleague;
import app.lienzo.tickets.Deadline;
import app.lienzo.tickets.LinkKind;
import app.lienzo.tickets.TicketConversationService;
import app.lienzo.tickets.TicketLink;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import app.lienzo.tickets.TicketView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a ticket beside what was said: the right column.
///
/// @param path of the ticket
/// @param requester how he is called
/// @param state how far it is, in words
/// @param writable whether the member may change it
/// @param manages whether he may merge it
/// @param fields custom ones of its space
/// @param undo what takes the last change back; null for none
/// @param fault what could not be done; empty for nothing
record Facts(
        TicketView ticket,
        String path,
        String requester,
        String state,
        boolean writable,
        boolean manages,
        UUID me,
        List<StateOption> states,
        List<Colleague> team,
        List<CompanyMembership> companies,
        List<Colleague> followers,
        List<TicketLink> links,
        List<TicketConversationService.Linked> conversations,
        List<Deadline> deadlines,
        List<FieldView> fields,
        @Nullable UUID undo,
        String fault) {

    /// Something that can be chosen for how far it is.
    ///
    /// @param value as forms send it
    record StateOption(String value, String name, boolean chosen) {}

    public List<TicketType> types() {
        return List.of(TicketType.values());
    }

    public List<TicketPriority> priorities() {
        return List.of(TicketPriority.values());
    }

    public List<LinkKind> linkKinds() {
        return List.of(LinkKind.values());
    }

    public boolean followed() {
        return followers.stream().anyMatch(one -> one.id().equals(me));
    }

    public boolean mine() {
        return ticket.assignedTo(me);
    }

    /// Whether its assignee does not work there any more, so that no list has him.
    public boolean assigneeGone() {
        return ticket.assignee() != null
                && team.stream().noneMatch(one -> one.id().equals(ticket.assignee()));
    }

    /// The same for a company the requester left.
    public boolean companyGone() {
        return ticket.company() != null
                && companies.stream().noneMatch(one -> one.company().equals(ticket.company()));
    }
}

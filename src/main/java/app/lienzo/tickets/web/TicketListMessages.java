package app.lienzo.tickets.web;

import app.lienzo.tickets.TicketSort;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the team's lists of tickets.
@MessageBundle("ticketlist")
interface TicketListMessages {
    @Message
    String selected(String count);

    @Message
    String changedLive();

    @Message
    String tickets();

    @Message
    String lists();

    @Message
    String unassigned();

    @Message
    String done(int count);

    @Message
    String undone(int count);

    @Message
    String undo();

    @Message
    String filters();

    @Message
    String space();

    @Message
    String any();

    @Message
    String me();

    @Message
    String tag();

    @Message
    String order();

    @Message
    String columns();

    @Message
    String apply();

    @Message
    String clear();

    @Message
    String ticket();

    @Message
    String selectAll();

    @Message
    String select(long number);

    @Message
    String unanswered();

    @Message
    String overdue();

    @Message
    String noMatch();

    @Message
    String noMatchText();

    @Message
    String emptyText();

    @Message
    String bulk();

    @Message
    String leave();

    @Message
    String addTags();

    @Message
    String removeTags();

    @Message
    String applyBulk();

    @Message
    String first();

    @Message
    String next();

    @Message
    String keys();

    @Message
    String keyMove();

    @Message
    String keySelect();

    @Message
    String keyRange();

    @Message
    String keyOpen();

    @Message
    String keyBulk();

    @Message
    String keyFilter();

    @Message
    String keyUndo();

    @Message
    String keyEscape();

    @Message
    String list(TicketListWish.List list);

    @Message
    String empty(TicketListWish.List list);

    @Message
    String column(TicketListColumns.Known column);

    @Message
    String sort(TicketSort sort);

    @Message
    String email();

    @Message
    String emailLocked();

    @Message
    String whichOne(String typed);

    @Message
    String notFound(String typed);

    @Message
    String nothingFound();
}

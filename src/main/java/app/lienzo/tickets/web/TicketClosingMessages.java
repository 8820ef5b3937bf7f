package app.lienzo.tickets.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the closing of solved tickets.
@MessageBundle("ticketclosing")
interface TicketClosingMessages {
    @Message
    String title();

    @Message
    String text();

    @Message
    String open();

    @Message
    String days();

    @Message
    String daysHelp(int most);

    @Message
    String whatHappens();

    @Message
    String follow();

    @Message
    String now(int days);

    @Message
    String save();

    @Message
    String saved();
}

package app.lienzo.oversight.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the screen.
@MessageBundle("oversight")
interface OversightMessages {
    @Message
    String audit();

    @Message
    String intro();

    @Message
    String export();

    @Message
    String filter();

    @Message
    String clear();

    @Message
    String any();

    @Message
    String when();

    @Message
    String who();

    @Message
    String actorSystem();

    @Message
    String actorOperator();

    @Message
    String actorNobody();

    @Message
    String what();

    @Message
    String code();

    @Message
    String kind();

    @Message
    String subject();

    @Message
    String where();

    @Message
    String from();

    @Message
    String to();

    @Message
    String older();

    @Message
    String emptyTitle();

    @Message
    String emptyText();
}

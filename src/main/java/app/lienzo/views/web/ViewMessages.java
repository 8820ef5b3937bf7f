package app.lienzo.views.web;

import app.lienzo.views.ViewSubject;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of saved lists.
@MessageBundle("views")
interface ViewMessages {
    @Message
    String title();

    @Message
    String none();

    @Message
    String save();

    @Message
    String saveText();

    @Message
    String saveChanges();

    @Message
    String altered();

    @Message
    String name();

    @Message
    String nameHint();

    @Message
    String forWhom();

    @Message
    String onlyMe();

    @Message
    String everybodyOf(String space);

    @Message
    String shared();

    @Message
    String edit();

    @Message
    String editOf(String name);

    @Message
    String remove();

    @Message
    String removed(String name);

    @Message
    String undo();

    @Message
    String cancel();

    @Message
    String subject(ViewSubject subject);

    @Message
    String newView();
}

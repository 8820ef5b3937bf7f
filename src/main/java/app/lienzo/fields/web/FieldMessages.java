package app.lienzo.fields.web;

import app.lienzo.fields.FieldKind;
import app.lienzo.fields.FieldSubject;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of custom fields.
@MessageBundle("fields")
interface FieldMessages {
    @Message
    String fields();

    @Message
    String intro();

    @Message
    String summary();

    @Message
    String subject(FieldSubject fieldSubject);

    @Message
    String kind(FieldKind fieldKind);

    @Message
    String label();

    @Message
    String kindLabel();

    @Message
    String kindHelp();

    @Message
    String options();

    @Message
    String optionsHelp();

    @Message
    String required();

    @Message
    String requiredHelp();

    @Message
    String requiredMark();

    @Message
    String usual();

    @Message
    String usualHelp();

    @Message
    String inPortal();

    @Message
    String portalShort();

    @Message
    String choose();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String create();

    @Message
    String createOf(String subject);

    @Message
    String none();

    @Message
    String up(String name);

    @Message
    String down(String name);

    @Message
    String back();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String created();

    @Message
    String saved();

    @Message
    String restored();

    @Message
    String removed(String name);

    @Message
    String undo();

    @Message
    String remove();

    @Message
    String removeTitle();

    @Message
    String removeText();
}

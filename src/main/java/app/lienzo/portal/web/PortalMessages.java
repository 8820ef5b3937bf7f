package app.lienzo.portal.web;

import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the sites of spaces.
@MessageBundle("portal")
interface PortalMessages {
    @Message
    String title();

    @Message
    String welcome(Vocabulary vocabulary);

    @Message
    String ways();

    @Message
    String chat();

    @Message
    String chatText();

    @Message
    String chatStart();

    @Message
    String chatNeedsScript();

    @Message
    String email();

    @Message
    String emailText();

    @Message
    String phone();

    @Message
    String phoneText();

    @Message
    String help();

    @Message
    String helpText();

    @Message
    String helpOpen();

    @Message
    String noWay();

    @Message
    String foot();
}

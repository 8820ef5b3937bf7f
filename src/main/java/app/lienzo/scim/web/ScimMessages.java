package app.lienzo.scim.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the screen.
@MessageBundle("scim")
interface ScimMessages {
    @Message
    String directory();

    @Message
    String intro();

    @Message
    String address();

    @Message
    String addressText();

    @Message
    String rules();

    @Message
    String tokens();

    @Message
    String none();

    @Message
    String name();

    @Message
    String make();

    @Message
    String made();

    @Message
    String used();

    @Message
    String unused();

    @Message
    String end();

    @Message
    String endName(String name);

    @Message
    String ended();

    @Message
    String madeTitle();

    @Message
    String madeText();

    @Message
    String copy();

    @Message
    String copied();
}

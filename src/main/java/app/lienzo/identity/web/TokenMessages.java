package app.lienzo.identity.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of tokens for programs.
@MessageBundle("tokens")
interface TokenMessages {
    @Message
    String tokens();

    @Message
    String text();

    @Message
    String none();

    @Message
    String noneText();

    @Message
    String name();

    @Message
    String nameHint();

    @Message
    String may();

    @Message
    String everything();

    @Message
    String everythingText();

    @Message
    String selected();

    @Message
    String reading();

    @Message
    String readingText();

    @Message
    String ends();

    @Message
    String lifetime(TokenLifetime lifetime);

    @Message
    String lastDay();

    @Message
    String create();

    @Message
    String fresh();

    @Message
    String shown();

    @Message
    String shownText();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String example();

    @Message
    String docs();

    @Message
    String done();

    @Message
    String cancel();

    @Message
    String made();

    @Message
    String neverUsed();

    @Message
    String used();

    @Message
    String ending();

    @Message
    String over();

    @Message
    String endless();

    @Message
    String end();

    @Message
    String endQuestion(String name);

    @Message
    String endText();

    @Message
    String ended();
}

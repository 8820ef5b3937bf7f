package app.lienzo.search.web;

import app.lienzo.search.HitKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the search and the command palette.
@MessageBundle("search")
interface SearchMessages {
    @Message
    String search();

    @Message
    String hint();

    @Message
    String everything();

    @Message
    String kinds(HitKind kind);

    @Message
    String kind(HitKind kind);

    @Message
    String visitor(long number);

    @Message
    String found(int count);

    @Message
    String foundMost(int count);

    @Message
    String nothing(String text);

    @Message
    String nothingText();

    @Message
    String start();

    @Message
    String startText();

    @Message
    String inSpace();

    @Message
    String allSpaces();

    @Message
    String palette();

    @Message
    String paletteHint();

    @Message
    String actions();

    @Message
    String recent();

    @Message
    String hits();

    @Message
    String all();

    @Message
    String create(String what);

    @Message
    String goTo(String where);

    @Message
    String close();

    @Message
    String keys();
}

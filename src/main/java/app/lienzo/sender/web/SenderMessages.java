package app.lienzo.sender.web;

import app.lienzo.sender.KeyState;
import app.lienzo.sender.Proof;
import app.lienzo.sender.Verdict;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the page about the sender.
@MessageBundle("sender")
interface SenderMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String noneTitle();

    @Message
    String noneText(String address);

    @Message
    String nameAddress();

    @Message
    String proved(String address);

    @Message
    String answers(String address);

    @Message
    String fallback(String address);

    @Message
    String fallbackText(String domain);

    @Message
    String ownServer(String address);

    @Message
    String ownServerText();

    @Message
    String checked();

    @Message
    String unchecked();

    @Message
    String checkNow();

    @Message
    String proof(Proof proof);

    @Message
    String verdict(Verdict verdict);

    @Message
    String waiting();

    @Message
    String kept();

    @Message
    String recordName();

    @Message
    String recordType();

    @Message
    String expected();

    @Message
    String found();

    @Message
    String nothing();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String keys();

    @Message
    String keysText();

    @Message
    String keyState(KeyState state);

    @Message
    String retireAt();

    @Message
    String activeSince();

    @Message
    String made();

    @Message
    String rotate();

    @Message
    String dropKey();

    @Message
    String history();
}

package app.lienzo.channels.web;

import app.lienzo.channels.ChannelRequestState;
import app.lienzo.channels.ChannelState;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the channels screen.
@MessageBundle("channels")
interface ChannelMessages {
    @Message
    String channels();

    @Message
    String intro();

    @Message
    String add();

    @Message
    String addLiveChat();

    @Message
    String addLiveChatText();

    @Message
    String emptyTitle();

    @Message
    String emptyText();

    @Message
    String emptyAgent();

    @Message
    String newTitle();

    @Message
    String space();

    @Message
    String name();

    @Message
    String nameHelp();

    @Message
    String origins();

    @Message
    String originsHelp();

    @Message
    String greeting();

    @Message
    String hoursText();

    @Message
    String hours();

    @Message
    String hoursHelp();

    @Message
    String zone();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String saved();

    @Message
    String snippet();

    @Message
    String snippetText();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String identity();

    @Message
    String identityText();

    @Message
    String showSecret();

    @Message
    String turnOff();

    @Message
    String turnOn();

    @Message
    String readOnly();

    @Message
    String back();

    @Message
    String state(ChannelState state);

    @Message
    String whatsapp();

    @Message
    String whatsappShort();

    @Message
    String whatsappText();

    @Message
    String whatsappNumber();

    @Message
    String whatsappNumberHelp();

    @Message
    String whatsappNote();

    @Message
    String whatsappAsk();

    @Message
    String requests();

    @Message
    String requestState(ChannelRequestState state);

    @Message
    String withdraw();

    @Message
    String prepared();

    @Message
    String preparedShort();

    @Message
    String preparedTitle();

    @Message
    String preparedText();

    @Message
    String askedBy();

    @Message
    String answer();

    @Message
    String meanwhile();

    @Message
    String giveUp();
}

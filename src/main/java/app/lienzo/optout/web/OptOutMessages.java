package app.lienzo.optout.web;

import app.lienzo.optout.OptOutQuery;
import app.lienzo.optout.OptOutState;
import app.lienzo.optout.OptOutStep;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of requests to be taken off the marketing list.
@MessageBundle("optout")
interface OptOutMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String requested();

    @Message
    String escalated();

    @Message
    String request();

    @Message
    String state(OptOutState state);

    @Message
    String stateText(OptOutState state);

    @Message
    String asked();

    @Message
    String due();

    @Message
    String overdue();

    @Message
    String taken();

    @Message
    String answered();

    @Message
    String reason();

    @Message
    String certificate();

    @Message
    String ask();

    @Message
    String askAgain();

    @Message
    String askText(int days);

    @Message
    String askNow();

    @Message
    String escalate();

    @Message
    String escalateText();

    @Message
    String note();

    @Message
    String escalateNow();

    @Message
    String history();

    @Message
    String step(OptOutStep.Kind step);

    @Message
    String setupTitle();

    @Message
    String setupHint();

    @Message
    String queue();

    @Message
    String queueText();

    @Message
    String filter();

    @Message
    String choice(OptOutQuery.Choice choice);

    @Message
    String noneOpen();

    @Message
    String noneOpenText();

    @Message
    String none();

    @Message
    String noneEndedText();

    @Message
    String urgent();

    @Message
    String next();

    @Message
    String organization();

    @Message
    String take();

    @Message
    String takeOver();

    @Message
    String remove();

    @Message
    String removeText();

    @Message
    String removeNow();

    @Message
    String refuse();

    @Message
    String refuseText();

    @Message
    String refuseNow();

    @Message
    String elsewhere(String name);

    @Message
    String doneTaken();

    @Message
    String doneDone();

    @Message
    String doneRefused();
}

package app.lienzo.setup.web;

import app.lienzo.ui.SetupStep.Progress;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the check list.
@MessageBundle("setup")
interface SetupMessages {
    @Message
    String title();

    @Message
    String intro();

    @Message
    String recommended();

    @Message
    String recommendedText();

    @Message
    String progress(int done, int all);

    @Message
    String progressBar();

    @Message
    String state(Progress progress);

    @Message
    String act(Progress progress);

    @Message
    String actOn(String title);

    @Message
    String complete();

    @Message
    String completeText();

    @Message
    String dismiss();

    @Message
    String dismissText();

    @Message
    String dismissed();

    @Message
    String bringBack();

    @Message
    String toWork();
}

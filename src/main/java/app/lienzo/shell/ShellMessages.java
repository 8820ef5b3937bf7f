package app.lienzo.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the frame.
@MessageBundle("shell")
interface ShellMessages {
    @Message
    String mainMenu();

    @Message
    String profile();

    @Message
    String organization();

    @Message
    String settings();

    @Message
    String organizationPeople();

    @Message
    String organizationBusiness();

    @Message
    String waiting(int count);

    @Message
    String signOut();

    @Message
    String skip();

    @Message
    String back();

    @Message
    String requestCode(String id);

    @Message
    String noSpaceTitle();

    @Message
    String noSpaceText();

    @Message
    String connectionLost();

    @Message
    String failed();

    @Message
    String dismiss();

    @Message
    String language();

    @Message
    String help();

    @Message
    String privacy();

    @Message
    String terms();

    @Message
    String imprint();

    @Message
    String apiTitle();

    @Message
    String apiText();

    @Message
    String apiToken();

    @Message
    String apiTokenText();

    @Message
    String apiRequired();

    @Message
    String apiBody();

    @Message
    String apiAnswer();

    @Message
    String fresh();

    @Message
    String freshWhat();
}

package app.lienzo.portalaccess.web;

import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of contacts' sign-in, and of what the team does with their access.
@MessageBundle("portalaccess")
interface PortalAccessMessages {
    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String requests();

    @Message
    String profile();

    @Message
    String welcome(Vocabulary vocabulary);

    @Message
    String welcomeText();

    @Message
    String email();

    @Message
    String password();

    @Message
    String enter();

    @Message
    String forgot();

    @Message
    String back(Vocabulary vocabulary);

    @Message
    String ended();

    @Message
    String forgotTitle();

    @Message
    String forgotText();

    @Message
    String send();

    @Message
    String backToSignIn();

    @Message
    String asked();

    @Message
    String askedText();

    @Message
    String askedNothing(Vocabulary vocabulary);

    @Message
    String askAgain();

    @Message
    String choosePassword();

    @Message
    String chooseFirst(Vocabulary vocabulary);

    @Message
    String chooseNew();

    @Message
    String saveAndEnter();

    @Message
    String replace();

    @Message
    String replaceText();

    @Message
    String unusable();

    @Message
    String unusableText();

    @Message
    String askForNew();

    @Message
    String settingsText(Vocabulary vocabulary);

    @Message
    String settingsSaved();

    @Message
    String settingsOn();

    @Message
    String settingsOnText(Vocabulary vocabulary);

    @Message
    String settingsPriority(Vocabulary vocabulary);

    @Message
    String save();

    @Message
    String openSettings();

    @Message
    String access(Vocabulary vocabulary);

    @Message
    String stateActive();

    @Message
    String stateTemporary();

    @Message
    String stateInvited();

    @Message
    String stateNone();

    @Message
    String cameAt();

    @Message
    String neverCame();

    @Message
    String temporaryUntil();

    @Message
    String invitedAt();

    @Message
    String invited();

    @Message
    String mailed();

    @Message
    String signedOut();

    @Message
    String portalOff(Vocabulary vocabulary);

    @Message
    String noAddress();

    @Message
    String invite();

    @Message
    String inviteAgain();

    @Message
    String giveShown();

    @Message
    String giveMailed();

    @Message
    String giveText();

    @Message
    String signOutContact(int count);

    @Message
    String givenTitle();

    @Message
    String givenText();

    @Message
    String givenOnce();

    @Message
    String givenBack();

    @Message
    String givenDone();

    @Message
    String copy();

    @Message
    String copied();
}

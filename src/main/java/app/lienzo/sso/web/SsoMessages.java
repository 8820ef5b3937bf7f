package app.lienzo.sso.web;

import app.lienzo.sso.Fault;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the single sign-on screen.
@MessageBundle("sso")
interface SsoMessages {
    @Message
    String title();

    @Message
    String intro();

    @Message
    String saved();

    @Message
    String stepRegister();

    @Message
    String stepRegisterText();

    @Message
    String redirect();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String stepProvider();

    @Message
    String issuer();

    @Message
    String issuerHelp();

    @Message
    String clientId();

    @Message
    String secret();

    @Message
    String secretHelp();

    @Message
    String secretKept();

    @Message
    String label();

    @Message
    String labelHelp();

    @Message
    String test();

    @Message
    String reportGood();

    @Message
    String reportClient();

    @Message
    String reportClientUnknown();

    @Message
    String found();

    @Message
    String notStored();

    @Message
    String stepPeople();

    @Message
    String domains();

    @Message
    String domainsHelp();

    @Message
    String linking();

    @Message
    String creates();

    @Message
    String role();

    @Message
    String levelMember();

    @Message
    String levelUserAdmin();

    @Message
    String newSpace();

    @Message
    String noSpace();

    @Message
    String spaceRole();

    @Message
    String partAgent();

    @Message
    String partManager();

    @Message
    String claims();

    @Message
    String claimsHelp();

    @Message
    String userNameClaim();

    @Message
    String nameClaim();

    @Message
    String emailClaim();

    @Message
    String verifiedClaim();

    @Message
    String stepSwitch();

    @Message
    String enabled();

    @Message
    String enabledHelp();

    @Message
    String only();

    @Message
    String onlyHelp();

    @Message
    String save();

    @Message
    String people();

    @Message
    String nobodyTitle();

    @Message
    String nobodyText();

    @Message
    String seen();

    @Message
    String unlink();

    @Message
    String unlinked();

    @Message
    String letIn();

    @Message
    String unlinkHelp();

    @Message
    String fault(Fault fault);
}

package app.lienzo.identity.web;

import app.lienzo.identity.Notice;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignInMethod;
import app.lienzo.identity.SpaceRole;
import app.lienzo.identity.Theme;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of people and access.
@MessageBundle("identity")
interface IdentityMessages {
    @Message
    String signIn();

    @Message
    String welcomeBack();

    @Message
    String welcomeText();

    @Message
    String userName();

    @Message
    String password();

    @Message
    String enter();

    @Message
    String forgot();

    @Message
    String or();

    @Message
    String withPassword();

    @Message
    String ended();

    @Message
    String trouble(String email);

    @Message
    String profile();

    @Message
    String me();

    @Message
    String preferences();

    @Message
    String language();

    @Message
    String languageOfBrowser();

    @Message
    String theme();

    @Message
    String themeName(Theme theme);

    @Message
    String sound();

    @Message
    String notices();

    @Message
    String noticesText();

    @Message
    String notice(Notice notice);

    @Message
    String noticesAllow();

    @Message
    String noticesAllowed();

    @Message
    String noticesDenied();

    @Message
    String method(SignInMethod method);

    @Message
    String save();

    @Message
    String sessions();

    @Message
    String sessionsText();

    @Message
    String thisSession();

    @Message
    String lastSeen();

    @Message
    String end();

    @Message
    String endOthers();

    @Message
    String signOut();

    @Message
    String access();

    @Message
    String accessText();

    @Message
    String permission(Permission permission);

    @Message
    String role(OrganizationRole role);

    @Message
    String spaceRole(SpaceRole role);

    @Message
    String yes();

    @Message
    String no();
}

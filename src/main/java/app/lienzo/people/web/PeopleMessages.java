package app.lienzo.people.web;

import app.lienzo.identity.MemberState;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.people.InvitationResult.Outcome;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of people, for people.
@MessageBundle("people")
interface PeopleMessages {
    @Message
    String people();

    @Message
    String intro();

    @Message
    String invite();

    @Message
    String gone();

    @Message
    String find();

    @Message
    String findHint();

    @Message
    String filter();

    @Message
    String any();

    @Message
    String all();

    @Message
    String nobody();

    @Message
    String nobodyText();

    @Message
    String name();

    @Message
    String userName();

    @Message
    String email();

    @Message
    String phone();

    @Message
    String level();

    @Message
    String space();

    @Message
    String spaces();

    @Message
    String role();

    @Message
    String stateLabel();

    @Message
    String language();

    @Message
    String timeZone();

    @Message
    String lastSeen();

    @Message
    String since();

    @Message
    String never();

    @Message
    String allSpaces();

    @Message
    String noSpace();

    @Message
    String first();

    @Message
    String next();

    @Message
    String export();

    @Message
    String results();

    @Message
    String open();

    @Message
    String addresses();

    @Message
    String addressesHelp(int most);

    @Message
    String userNameHelp();

    @Message
    String languageOfOrganization();

    @Message
    String languageOfBrowser();

    @Message
    String spacesHelp();

    @Message
    String agent();

    @Message
    String manager();

    @Message
    String sendInvitations();

    @Message
    String cancel();

    @Message
    String saved();

    @Message
    String save();

    @Message
    String picture();

    @Message
    String pictureFile();

    @Message
    String pictureHelp();

    @Message
    String upload();

    @Message
    String removePicture();

    @Message
    String data();

    @Message
    String details();

    @Message
    String phoneHelp();

    @Message
    String timeZoneHelp();

    @Message
    String emailPending(String address);

    @Message
    String emailCancel();

    @Message
    String emailNew();

    @Message
    String emailHelp();

    @Message
    String emailChange();

    @Message
    String emailOwn();

    @Message
    String ownPassword();

    @Message
    String secondFactor();

    @Message
    String secondFactorText();

    @Message
    String secondFactorReset();

    @Message
    String whatMay(String name);

    @Message
    String whatMayI();

    @Message
    String access();

    @Message
    String temporaryPassword();

    @Message
    String temporaryShown();

    @Message
    String temporaryText();

    @Message
    String give();

    @Message
    String above();

    @Message
    String invitation();

    @Message
    String invitationText();

    @Message
    String invitedBy(String name, int sends);

    @Message
    String resend();

    @Message
    String withdraw();

    @Message
    String renameHelp();

    @Message
    String rename();

    @Message
    String changeLevel();

    @Message
    String ownerSpaces();

    @Message
    String noSpaceText();

    @Message
    String makeManager();

    @Message
    String makeAgent();

    @Message
    String takeOut();

    @Message
    String addSpace();

    @Message
    String waysIn();

    @Message
    String sessionCount(int count);

    @Message
    String endSessions();

    @Message
    String passwordLink();

    @Message
    String passwordLinkText();

    @Message
    String send();

    @Message
    String leaving();

    @Message
    String inHand(int count);

    @Message
    String successor();

    @Message
    String toInbox();

    @Message
    String deactivateText();

    @Message
    String deactivate();

    @Message
    String activateText();

    @Message
    String activate();

    @Message
    String removeText();

    @Message
    String confirm(String userName);

    @Message
    String remove();

    @Message
    String deactivatedMay();

    @Message
    String answers();

    @Message
    String what();

    @Message
    String everywhere();

    @Message
    String elsewhere();

    @Message
    String perSpace();

    @Message
    String notOfSpaces();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String becauseLevel(OrganizationRole level);

    @Message
    String becauseRole(SpaceRole role, String space);

    @Message
    String levelLacks(OrganizationRole level);

    @Message
    String roleLacks(SpaceRole role);

    @Message
    String noRoleThere();

    @Message
    String whyText();

    @Message
    String levelName(OrganizationRole level);

    @Message
    String levelText(OrganizationRole level);

    @Message
    String postName(SpaceRole role);

    @Message
    String state(MemberState state);

    @Message
    String outcome(Outcome outcome);
}

package app.lienzo.spaces.web;

import app.lienzo.identity.SpaceRole;
import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the screens of spaces.
@MessageBundle("spaces")
interface SpaceMessages {
    @Message
    String spaces();

    @Message
    String intro();

    @Message
    String create();

    @Message
    String newTitle();

    @Message
    String emptyTitle();

    @Message
    String emptyText();

    @Message
    String people();

    @Message
    String channels();

    @Message
    String openConversations();

    @Message
    String archivedTitle();

    @Message
    String archivedText();

    @Message
    String readConversations();

    @Message
    String name();

    @Message
    String slug();

    @Message
    String slugHelp();

    @Message
    String vocabulary();

    @Message
    String vocabularyHelp();

    @Message
    String language();

    @Message
    String languageHelp();

    @Message
    String asOrganization(String what);

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String back();

    @Message
    String settings();

    @Message
    String team();

    @Message
    String teamText();

    @Message
    String nobody();

    @Message
    String addPerson();

    @Message
    String person();

    @Message
    String add();

    @Message
    String invite();

    @Message
    String roleOf(String name);

    @Message
    String change();

    @Message
    String remove();

    @Message
    String removeName(String name);

    @Message
    String archive();

    @Message
    String archiveTitle();

    @Message
    String archiveText();

    @Message
    String restore();

    @Message
    String undo();

    @Message
    String archived();

    @Message
    String archivedDone();

    @Message
    String created();

    @Message
    String saved();

    @Message
    String restored();

    @Message
    String added();

    @Message
    String removed();

    @Message
    String role(SpaceRole role);

    @Message
    String vocabularyName(Vocabulary vocabulary);

    @Message
    String inviteAnyway();

    @Message
    String inviteAnywayHelp();
}

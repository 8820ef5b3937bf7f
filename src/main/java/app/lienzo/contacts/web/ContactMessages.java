package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactAccess;
import app.lienzo.contacts.ContactAction;
import app.lienzo.contacts.ContactSource;
import app.lienzo.contacts.Duplicate;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of contacts.
@MessageBundle("contacts")
interface ContactMessages {
    @Message
    String add();

    @Message
    String bring();

    @Message
    String address();

    @Message
    String anonymous();

    @Message
    String another();

    @Message
    String any();

    @Message
    String believe();

    @Message
    String block();

    @Message
    String blockText();

    @Message
    String blocked();

    @Message
    String blockedText();

    @Message
    String byAge();

    @Message
    String byName();

    @Message
    String cancel();

    @Message
    String care();

    @Message
    String city();

    @Message
    String columns();

    @Message
    String companyEmpty();

    @Message
    String companyName();

    @Message
    String companySet();

    @Message
    String companyWord();

    @Message
    String compare();

    @Message
    String count(int count);

    @Message
    String country();

    @Message
    String create();

    @Message
    String created();

    @Message
    String custom();

    @Message
    String duplicates();

    @Message
    String edit();

    @Message
    String emailAdd();

    @Message
    String emailNumber(int number);

    @Message
    String emails();

    @Message
    String everybody();

    @Message
    String externalId();

    @Message
    String file();

    @Message
    String filter();

    @Message
    String find();

    @Message
    String findHint();

    @Message
    String firmAdd();

    @Message
    String firmHelp();

    @Message
    String firmNumber(int number);

    @Message
    String first();

    @Message
    String forTeam();

    @Message
    String group();

    @Message
    String intro();

    @Message
    String isDefault();

    @Message
    String kept();

    @Message
    String labelHome();

    @Message
    String labelMobile();

    @Message
    String labelWork();

    @Message
    String language();

    @Message
    String languageNone();

    @Message
    String main();

    @Message
    String merge();

    @Message
    String mergeChats();

    @Message
    String mergeIntro();

    @Message
    String mergeNow();

    @Message
    String mergeText();

    @Message
    String mergeThings(int count);

    @Message
    String mergeUndo();

    @Message
    String name();

    @Message
    String needed();

    @Message
    String never();

    @Message
    String newTitle(String word);

    @Message
    String next();

    @Message
    String no();

    @Message
    String nobody();

    @Message
    String nobodyText();

    @Message
    String noneFound();

    @Message
    String noneFoundText();

    @Message
    String notes();

    @Message
    String notesHelp();

    @Message
    String onlySimilar();

    @Message
    String other();

    @Message
    String person();

    @Message
    String phoneAdd();

    @Message
    String phoneHelp();

    @Message
    String phoneLabel(int number);

    @Message
    String phoneLabelHint();

    @Message
    String phoneNumber(int number);

    @Message
    String phones();

    @Message
    String pick();

    @Message
    String pickAll();

    @Message
    String picked();

    @Message
    String postcode();

    @Message
    String preview();

    @Message
    String reach();

    @Message
    String region();

    @Message
    String remove();

    @Message
    String removeText();

    @Message
    String result();

    @Message
    String said();

    @Message
    String saidText(String address);

    @Message
    String save();

    @Message
    String saved();

    @Message
    String search();

    @Message
    String seen();

    @Message
    String seesAll();

    @Message
    String several();

    @Message
    String severalLocked(String plan);

    @Message
    String show();

    @Message
    String showAll();

    @Message
    String signed();

    @Message
    String similar();

    @Message
    String social();

    @Message
    String sort();

    @Message
    String sourceLabel();

    @Message
    String street();

    @Message
    String swap();

    @Message
    String tag();

    @Message
    String tagAdd();

    @Message
    String tagRemove();

    @Message
    String tags();

    @Message
    String tagsHelp();

    @Message
    String takeAway();

    @Message
    String timeZone();

    @Message
    String timeline();

    @Message
    String timelineEmpty();

    @Message
    String title();

    @Message
    String unassigned();

    @Message
    String unblock();

    @Message
    String unblockText();

    @Message
    String undo();

    @Message
    String undone();

    @Message
    String verified();

    @Message
    String visitor();

    @Message
    String what();

    @Message
    String whichSpace();

    @Message
    String whichSpaceText();

    @Message
    String withWhom();

    @Message
    String yes();

    @Message
    String newItem();

    @Message
    String column(ContactColumn column);

    @Message
    String mergeChoose();

    @Message
    String mergeAll();

    @Message
    String mergeLook();

    @Message
    String source(ContactSource source);

    @Message
    String accessLabel();

    @Message
    String access(ContactAccess access);

    @Message
    String reason(Duplicate.Reason reason);

    @Message
    String doneAction(ContactAction action);
}

package app.lienzo.conversations.web;

import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the console.
@MessageBundle("conversations")
interface ConversationsMessages {
    @Message
    String console();

    @Message
    String visitor(long number);

    @Message
    String trays();

    @Message
    String inbox();

    @Message
    String inProgress();

    @Message
    String closed();

    @Message
    String mine();

    @Message
    String team();

    @Message
    String space();

    @Message
    String allSpaces();

    @Message
    String search();

    @Message
    String searchWhat();

    @Message
    String more();

    @Message
    String you();

    @Message
    String unread();

    @Message
    String heldBy(String name);

    @Message
    String emptyInbox();

    @Message
    String emptyInboxText();

    @Message
    String toChannels();

    @Message
    String emptyInProgress();

    @Message
    String emptyInProgressText();

    @Message
    String emptyTeam();

    @Message
    String emptyClosed();

    @Message
    String emptyClosedText();

    @Message
    String noHits(String text);

    @Message
    String noHitsText();

    @Message
    String clearSearch();

    @Message
    String nothingOpen();

    @Message
    String nothingOpenText();

    @Message
    String shortcuts();

    @Message
    String conversation();

    @Message
    String back();

    @Message
    String take();

    @Message
    String takeOver();

    @Message
    String release();

    @Message
    String transfer();

    @Message
    String transferNobody();

    @Message
    String close();

    @Message
    String reopen();

    @Message
    String details(Vocabulary vocabulary);

    @Message
    String hide();

    @Message
    String stateInbox();

    @Message
    String stateMine();

    @Message
    String stateOther(String name);

    @Message
    String stateClosed();

    @Message
    String online();

    @Message
    String offline();

    @Message
    String conversationLog();

    @Message
    String older();

    @Message
    String today();

    @Message
    String yesterday();

    @Message
    String taken(String name);

    @Message
    String released(String name);

    @Message
    String left(String name);

    @Message
    String closedBy(String name);

    @Message
    String reopened(String name);

    @Message
    String transferred(String name, String to);

    @Message
    String note();

    @Message
    String onlyTeam();

    @Message
    String read();

    @Message
    String typing(String name);

    @Message
    String newBelow();

    @Message
    String reply();

    @Message
    String replyTo(String name);

    @Message
    String noteText();

    @Message
    String send(String name);

    @Message
    String saveNote();

    @Message
    String retry();

    @Message
    String attach();

    @Message
    String drop();

    @Message
    String removeFile(String name);

    @Message
    String uploading(String name);

    @Message
    String draftSaved();

    @Message
    String draftUnsaved();

    @Message
    String sendKeys();

    @Message
    String notSent();

    @Message
    String takeToReply();

    @Message
    String reopenToReply();

    @Message
    String othersReply(String name);

    @Message
    String newerOne();

    @Message
    String newerMany(int count);

    @Message
    String readIt();

    @Message
    String sendAnyway();

    @Message
    String verified();

    @Message
    String anonymous(Vocabulary vocabulary);

    @Message
    String email();

    @Message
    String language();

    @Message
    String channel();

    @Message
    String page();

    @Message
    String browser();

    @Message
    String firstSeen();

    @Message
    String before();

    @Message
    String noneBefore();

    @Message
    String why();

    @Message
    String whyFrom(String channel, String space);

    @Message
    String whyInbox();

    @Message
    String whyMine();

    @Message
    String whyOversee();

    @Message
    String whyClosed();

    @Message
    String gone();

    @Message
    String goneText();

    @Message
    String handed(String name);

    @Message
    String handedText();

    @Message
    String newMessage(String name);

    @Message
    String newWaiting();

    @Message
    String reconnected();

    @Message
    String keyNext();

    @Message
    String keyOpen();

    @Message
    String keyTake();

    @Message
    String keyReply();

    @Message
    String keyNote();

    @Message
    String keyClose();

    @Message
    String keyRelease();

    @Message
    String keySearch();

    @Message
    String keyTrays();

    @Message
    String keyHelp();

    @Message
    String keyEscape();

    @Message
    String keySend();

    @Message
    String keysText();

    @Message
    String noticeNew();

    @Message
    String noticeHanded();

    @Message
    String noticeReply();

    @Message
    String switchSpace();

    @Message
    String archivedSpace();

    @Message
    String leaveArchived();

    @Message
    String emailSaid();

    @Message
    String phone();

    @Message
    String openFile();

    @Message
    String contactBlocked();

    @Message
    String linked();

    @Message
    String keyMake();
}

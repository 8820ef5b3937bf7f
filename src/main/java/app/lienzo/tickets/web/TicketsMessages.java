package app.lienzo.tickets.web;

import app.lienzo.tickets.Deadline;
import app.lienzo.tickets.LinkKind;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketSource;
import app.lienzo.tickets.TicketType;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.Nullable;

/// Words of the pages of tickets.
@MessageBundle("tickets")
interface TicketsMessages {
    @Message
    String ticket();

    @Message
    String ticketNumber(long number);

    @Message
    String newTicket();

    @Message
    String back();

    @Message
    String make();

    @Message
    String type(TicketType type);

    @Message
    String typeMeaning(TicketType type);

    @Message
    String priority(TicketPriority priority);

    @Message
    String category(TicketCategory category);

    @Message
    String source(TicketSource source);

    @Message
    String linkKind(LinkKind kind);

    @Message
    String clock(Deadline.State state);

    @Message
    String subject();

    @Message
    String typeLabel();

    @Message
    String priorityLabel();

    @Message
    String state();

    @Message
    String company();

    @Message
    String noCompany();

    @Message
    String assignee();

    @Message
    String nobody();

    @Message
    String assignMe();

    @Message
    String tags();

    @Message
    String tagsHint();

    @Message
    String followers();

    @Message
    String noFollowers();

    @Message
    String follow();

    @Message
    String unfollow();

    @Message
    String addFollower();

    @Message
    String removeFollower(String name);

    @Message
    String fields();

    @Message
    String details();

    @Message
    String hide();

    @Message
    String came(String source);

    @Message
    String created();

    @Message
    String changed();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String undo();

    @Message
    String undone(int number);

    @Message
    String changedNow();

    @Message
    String conflict();

    @Message
    String stale();

    @Message
    String reply();

    @Message
    String note();

    @Message
    String replyTo(String name);

    @Message
    String noteText();

    @Message
    String replySeen(String name);

    @Message
    String noteSeen();

    @Message
    String send(String name);

    @Message
    String saveNote();

    @Message
    String sendKeys();

    @Message
    String afterwards();

    @Message
    String leaveState();

    @Message
    String draftSaved();

    @Message
    String draftUnsaved();

    @Message
    String notSent();

    @Message
    String attach();

    @Message
    String uploading(String name);

    @Message
    String removeFile(String name);

    @Message
    String drop();

    @Message
    String bold();

    @Message
    String italic();

    @Message
    String bullets();

    @Message
    String quote();

    @Message
    String code();

    @Message
    String link();

    @Message
    String preview();

    @Message
    String write();

    @Message
    String formatting();

    @Message
    String markdown();

    @Message
    String newerTitle(int number);

    @Message
    String show();

    @Message
    String sendAnyway();

    @Message
    String looking(String names);

    @Message
    String writing(String name);

    @Message
    String entries();

    @Message
    String older();

    @Message
    String newBelow();

    @Message
    String isInternal();

    @Message
    String ofCustomer();

    @Message
    String ofTeam();

    @Message
    String system();

    @Message
    String mergedFrom(long number);

    @Message
    String nothing();

    @Message
    String closedText();

    @Message
    String reopen();

    @Message
    String solve();

    @Message
    String archivedText();

    @Message
    String deadlines();

    @Message
    String noDeadlines();

    @Message
    String whyDue();

    @Message
    String conversations();

    @Message
    String conversationNumber(long number);

    @Message
    String hiddenConversation();

    @Message
    String links();

    @Message
    String noLinks();

    @Message
    String addLink();

    @Message
    String linkNumber();

    @Message
    String linkHow();

    @Message
    String removeLink(long number);

    @Message
    String more();

    @Message
    String merge();

    @Message
    String mergeTitle(long number);

    @Message
    String mergeText();

    @Message
    String mergeInto();

    @Message
    String mergeLook();

    @Message
    String mergeMoves(int number);

    @Message
    String mergeSame();

    @Message
    String mergeApart();

    @Message
    String mergeCompany(@Nullable String company);

    @Message
    String mergeNow(long from, long into);

    @Message
    String wasMerged(long number);

    @Message
    String cancel();

    @Message
    String split();

    @Message
    String requesterFind();

    @Message
    String requesterChosen();

    @Message
    String requesterChange();

    @Message
    String requesterNew();

    @Message
    String requesterNobody();

    @Message
    String email();

    @Message
    String name();

    @Message
    String space();

    @Message
    String description();

    @Message
    String descriptionSeen();

    @Message
    String whatKind();

    @Message
    String open();

    @Message
    String fromConversation(long number);

    @Message
    String chooseSpace();

    @Message
    String noSpace();

    @Message
    String states();

    @Message
    String statesSummary();

    @Message
    String statesText();

    @Message
    String stateUsual();

    @Message
    String makeUsual();

    @Message
    String makeUsualName(String name);

    @Message
    String rename();

    @Message
    String renameName(String name);

    @Message
    String remove();

    @Message
    String removeName(String name);

    @Message
    String addState();

    @Message
    String stateName();

    @Message
    String stateCategory();

    @Message
    String add();

    @Message
    String stateAdded();

    @Message
    String stateRemoved();

    @Message
    String backToSpace();

    @Message
    String shortcuts();

    @Message
    String keysText();

    @Message
    String keyReply();

    @Message
    String keyNote();

    @Message
    String keyTake();

    @Message
    String keySolve();

    @Message
    String keyFollow();

    @Message
    String keyUndo();

    @Message
    String keySend();

    @Message
    String keyEscape();

    @Message
    String keyHelp();

    @Message
    String noticeHanded();

    @Message
    String noticeReply();

    @Message
    String newEntry(String name);

    @Message
    String visitor();

    @Message
    String what_subject();

    @Message
    String what_type();

    @Message
    String what_priority();

    @Message
    String what_state();

    @Message
    String what_requester();

    @Message
    String what_company();

    @Message
    String what_assignee();

    @Message
    String what_tags();

    @Message
    String what_overdue_first();

    @Message
    String what_overdue_next();

    @Message
    String what_overdue_solution();

    @Message
    String what_unanswered();

    @Message
    String days(int count);

    @Message
    String what_merged();

    @Message
    String what_merged_in();

    @Message
    String what_split();

    @Message
    String what_split_from();

    @Message
    String what_linked();

    @Message
    String what_unlinked();

    @Message
    String what_follower();

    @Message
    String what_conversation();

    @Message
    String clockNear(String number);

    @Message
    String clockOver(String number);
}

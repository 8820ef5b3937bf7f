package app.lienzo.portal.web;

import app.lienzo.plans.Way;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the sites of spaces.
@MessageBundle("portal")
interface PortalMessages {
    @Message
    String title();

    @Message
    String welcome(Vocabulary vocabulary);

    @Message
    String ways();

    @Message
    String chat();

    @Message
    String chatText();

    @Message
    String chatStart();

    @Message
    String chatNeedsScript();

    @Message
    String email();

    @Message
    String emailText();

    @Message
    String phone();

    @Message
    String phoneText();

    @Message
    String help();

    @Message
    String helpText();

    @Message
    String helpOpen();

    @Message
    String noWay();

    @Message
    String foot();

    @Message
    String signInText();

    @Message
    String tickets();

    @Message
    String ownTickets();

    @Message
    String companyTickets(Vocabulary vocabulary);

    @Message
    String whose();

    @Message
    String newTicket();

    @Message
    String newTicketText();

    @Message
    String notReady();

    @Message
    String notReadyMore();

    @Message
    String search();

    @Message
    String searchGo();

    @Message
    String nothingFound();

    @Message
    String showAll();

    @Message
    String noTickets();

    @Message
    String noTicketsText();

    @Message
    String pages();

    @Message
    String firstPage();

    @Message
    String nextPage();

    @Message
    String type(TicketType type);

    @Message
    String typeMeaning(TicketType type);

    @Message
    String priorityLabel();

    @Message
    String priority(TicketPriority priority);

    @Message
    String state(TicketCategory category);

    @Message
    String stateMeaning(TicketCategory category);

    @Message
    String what();

    @Message
    String subject();

    @Message
    String text();

    @Message
    String textHelp();

    @Message
    String company(Vocabulary vocabulary);

    @Message
    String files();

    @Message
    String filesHelp(int count);

    @Message
    String preview();

    @Message
    String look();

    @Message
    String send();

    @Message
    String opened(long number);

    @Message
    String sent();

    @Message
    String solvedNow();

    @Message
    String reopenedNow();

    @Message
    String askedBy(String name);

    @Message
    String merged();

    @Message
    String said();

    @Message
    String followUp();

    @Message
    String earlier();

    @Message
    String earlierShown();

    @Message
    String newest();

    @Message
    String you();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String reply();

    @Message
    String closedText();

    @Message
    String solve();

    @Message
    String solveText();

    @Message
    String reopen();

    @Message
    String reopenText();

    @Message
    String support();

    @Message
    String supportText();

    @Message
    String supportComplete();

    @Message
    String otherWay(String plan);

    @Message
    String otherWayText();

    @Message
    String way(Way way);

    @Message
    String met();

    @Message
    String missing();

    @Message
    String stepPlan();

    @Message
    String stepPlanMet(String plan);

    @Message
    String stepPlanOpen(String plan);

    @Message
    String stepUser(Vocabulary vocabulary);

    @Message
    String stepUserMet(String email);

    @Message
    String stepSeen(Vocabulary vocabulary);

    @Message
    String stepSeenAll();

    @Message
    String stepSeenOpen(Vocabulary vocabulary);

    @Message
    String stepLanguage();

    @Message
    String stepLanguageText();

    @Message
    String profile();

    @Message
    String name();

    @Message
    String phoneNumber();

    @Message
    String phoneHelp();

    @Message
    String language();

    @Message
    String timeZone();

    @Message
    String ofBrowser();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String password();

    @Message
    String currentPassword();

    @Message
    String passwordText();

    @Message
    String passwordSaved();

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
    String sessionsEnded();
}

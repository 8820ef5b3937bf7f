package app.lienzo.operators.web;

import app.lienzo.channels.ChannelRequestState;
import app.lienzo.tenancy.OrganizationState;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the operators' side.
@MessageBundle("operators")
interface OperatorMessages {
    @Message
    String overview();

    @Message
    String overviewIntro();

    @Message
    String organizations();

    @Message
    String organizationsIntro();

    @Message
    String organization();

    @Message
    String found();

    @Message
    String foundIntro();

    @Message
    String foundNow();

    @Message
    String cancel();

    @Message
    String find();

    @Message
    String findHint();

    @Message
    String any();

    @Message
    String filter();

    @Message
    String none();

    @Message
    String noneText();

    @Message
    String all();

    @Message
    String first();

    @Message
    String next();

    @Message
    String plan();

    @Message
    String state();

    @Message
    String members();

    @Message
    String invited(int number);

    @Message
    String spaces();

    @Message
    String hosts();

    @Message
    String host();

    @Message
    String foundedAt();

    @Message
    String name();

    @Message
    String slug();

    @Message
    String slugHelp(String suffix);

    @Message
    String language();

    @Message
    String vocabulary();

    @Message
    String owner();

    @Message
    String ownerText();

    @Message
    String ownerName();

    @Message
    String ownerEmail();

    @Message
    String ownerUserName();

    @Message
    String ownerUserNameHelp();

    @Message
    String founded();

    @Message
    String saved();

    @Message
    String facts();

    @Message
    String address();

    @Message
    String contacts();

    @Message
    String conversations();

    @Message
    String tickets();

    @Message
    String mailsWaiting();

    @Message
    String mailsFailed();

    @Message
    String owners();

    @Message
    String noOwner();

    @Message
    String noHosts();

    @Message
    String noSpaces();

    @Message
    String certificate();

    @Message
    String validUntil();

    @Message
    String noCertificate();

    @Message
    String changePlan();

    @Message
    String reason();

    @Message
    String suspend();

    @Message
    String suspendText();

    @Message
    String suspendedText();

    @Message
    String suspendedSince();

    @Message
    String resume();

    @Message
    String resumeText();

    @Message
    String journal();

    @Message
    String noJournal();

    @Message
    String planName(Plan plan);

    @Message
    String stateName(OrganizationState state);

    @Message
    String vocabularyName(Vocabulary vocabulary);

    @Message
    String lately();

    @Message
    String suspended();

    @Message
    String viewAs();

    @Message
    String viewAsText();

    @Message
    String visitMember();

    @Message
    String visitMemberHelp();

    @Message
    String visitReasonHelp();

    @Message
    String visitReady(String member);

    @Message
    String visitReadyText();

    @Message
    String visitOpen();

    @Message
    String visits();

    @Message
    String visitsIntro();

    @Message
    String noVisits();

    @Message
    String visitBegan();

    @Message
    String visitEnded();

    @Message
    String visitAs();

    @Message
    String visitGoing();

    @Message
    String visiting(String name);

    @Message
    String endVisit();

    @Message
    String channelRequests();

    @Message
    String channelRequestsIntro();

    @Message
    String nothingWaits();

    @Message
    String number();

    @Message
    String note();

    @Message
    String askedBy();

    @Message
    String decisionReason();

    @Message
    String activate();

    @Message
    String decline();

    @Message
    String decidedLately();

    @Message
    String requestState(ChannelRequestState state);

    @Message
    String health();

    @Message
    String healthIntro();

    @Message
    String jobs();

    @Message
    String job();

    @Message
    String jobsWaiting();

    @Message
    String jobsRunning();

    @Message
    String jobsLate();

    @Message
    String jobsFailing();

    @Message
    String jobsDead();

    @Message
    String noDead();

    @Message
    String jobReason();

    @Message
    String when();

    @Message
    String retry();

    @Message
    String retryOf(String kind);

    @Message
    String announcements();

    @Message
    String announcementsIntro();

    @Message
    String inSpanish();

    @Message
    String inEnglish();

    @Message
    String inPortuguese();

    @Message
    String showDays();

    @Message
    String publish();

    @Message
    String published();

    @Message
    String endAnnouncement();

    @Message
    String understood();

    @Message
    String brandCheck();

    @Message
    String brandCheckNow();

    @Message
    String brandCheckNever();

    @Message
    String brandCheckLast(String state, int found);

    @Message
    String accounts();

    @Message
    String channels();

    @Message
    String waits();

    @Message
    String outboxes();

    @Message
    String outboxesWell();

    @Message
    String outboxesMore(int count);

    @Message
    String jobsOldest();

    @Message
    String mailsOldest();

    @Message
    String adviceLate();

    @Message
    String adviceFailing();

    @Message
    String adviceDead();

    @Message
    String adviceStuck();

    @Message
    String adviceOutbox();

    @Message
    String lateJobs();

    @Message
    String deadJobs();
}

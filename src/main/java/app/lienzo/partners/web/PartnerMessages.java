package app.lienzo.partners.web;

import app.lienzo.partners.ApplicationLine;
import app.lienzo.partners.ApplicationQuery;
import app.lienzo.partners.ApplicationState;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the partner programme and of what operators see of it.
@MessageBundle("partners")
interface PartnerMessages {
    @Message
    String programme();

    @Message
    String signIn();

    @Message
    String call();

    @Message
    String heroTitle();

    @Message
    String heroText();

    @Message
    String seeFeatures();

    @Message
    String promise(int hours);

    @Message
    String featuresTitle();

    @Message
    String featuresText();

    @Message
    String brandTitle();

    @Message
    String brandText();

    @Message
    String domainTitle();

    @Message
    String domainText();

    @Message
    String spacesTitle();

    @Message
    String spacesText();

    @Message
    String teamTitle();

    @Message
    String teamText();

    @Message
    String deskTitle();

    @Message
    String deskText();

    @Message
    String priceTitle();

    @Message
    String priceText();

    @Message
    String quietTitle();

    @Message
    String quietText();

    @Message
    String setupTitle();

    @Message
    String setupText();

    @Message
    String stepsTitle();

    @Message
    String stepForm();

    @Message
    String stepFormText();

    @Message
    String stepMail();

    @Message
    String stepMailText();

    @Message
    String stepAnswer(int hours);

    @Message
    String stepAnswerText();

    @Message
    String stepStart();

    @Message
    String stepStartText();

    @Message
    String closingTitle();

    @Message
    String closingText();

    @Message
    String applyTitle();

    @Message
    String applyText();

    @Message
    String faults();

    @Message
    String company();

    @Message
    String person();

    @Message
    String email();

    @Message
    String emailHelp();

    @Message
    String country();

    @Message
    String choose();

    @Message
    String phone();

    @Message
    String optional();

    @Message
    String clients();

    @Message
    String clientsHelp();

    @Message
    String slug();

    @Message
    String slugHelp();

    @Message
    String text();

    @Message
    String trap();

    @Message
    String terms();

    @Message
    String termsLink();

    @Message
    String privacyLink();

    @Message
    String marketing();

    @Message
    String proofIdle();

    @Message
    String proofWorking();

    @Message
    String proofDone();

    @Message
    String proofFailed();

    @Message
    String proofScript();

    @Message
    String send();

    @Message
    String nextTitle();

    @Message
    String nextText();

    @Message
    String thanks();

    @Message
    String thanksText();

    @Message
    String thanksMail();

    @Message
    String thanksMailText(long time);

    @Message
    String thanksReview(int hours);

    @Message
    String thanksReviewText(int hours);

    @Message
    String thanksAnswer();

    @Message
    String thanksAnswerText();

    @Message
    String thanksNothing();

    @Message
    String back();

    @Message
    String confirmTitle();

    @Message
    String confirmText();

    @Message
    String confirm();

    @Message
    String confirmNot();

    @Message
    String gone();

    @Message
    String goneText();

    @Message
    String again();

    @Message
    String followTitle();

    @Message
    String followOpen();

    @Message
    String answerBy();

    @Message
    String followApproved();

    @Message
    String followDeclined();

    @Message
    String followUnconfirmed();

    @Message
    String followKeep();

    @Message
    String history();

    @Message
    String state(ApplicationState state);

    @Message
    String line(ApplicationLine.Kind kind);

    @Message
    String choice(ApplicationQuery.Choice choice);

    @Message
    String planName(Plan plan);

    @Message
    String vocabularyName(Vocabulary vocabulary);

    @Message
    String applications();

    @Message
    String applicationsText();

    @Message
    String find();

    @Message
    String findNow();

    @Message
    String none();

    @Message
    String noneText();

    @Message
    String since();

    @Message
    String clock();

    @Message
    String next();

    @Message
    String hoursLeft(long hours);

    @Message
    String minutesLeft(long minutes);

    @Message
    String overBy(long hours);

    @Message
    String hoursLeftText(String hours);

    @Message
    String approvedNow();

    @Message
    String declinedNow();

    @Message
    String doubles();

    @Message
    String asked();

    @Message
    String marketingShort();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String decider();

    @Message
    String reason();

    @Message
    String reasonHelp();

    @Message
    String organization();

    @Message
    String organizationOpen();

    @Message
    String organizationName();

    @Message
    String approve();

    @Message
    String approveText(String email);

    @Message
    String approveNow();

    @Message
    String plan();

    @Message
    String language();

    @Message
    String vocabulary();

    @Message
    String ownerName();

    @Message
    String userName();

    @Message
    String userNameHelp();

    @Message
    String decline();

    @Message
    String declineNow();

    @Message
    String assignee();

    @Message
    String nobody();

    @Message
    String assign();

    @Message
    String note();

    @Message
    String noteHelp();

    @Message
    String noteNow();
}

package app.lienzo.mail.web;

import app.lienzo.mail.MailProblem;
import app.lienzo.mail.MailState;
import app.lienzo.mail.RelaySecurity;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the screens of outgoing mail.
@MessageBundle("mail")
interface MailMessages {
    @Message
    String mail();

    @Message
    String sections();

    @Message
    String outbox();

    @Message
    String templates();

    @Message
    String server();

    @Message
    String outboxText();

    @Message
    String all();

    @Message
    String filter();

    @Message
    String emptyTitle();

    @Message
    String emptyText();

    @Message
    String to();

    @Message
    String subject();

    @Message
    String when();

    @Message
    String action();

    @Message
    String sendAgain();

    @Message
    String queuedAgain();

    @Message
    String attempts(int count);

    @Message
    String nextTry();

    @Message
    String older();

    @Message
    String noServer();

    @Message
    String configure();

    @Message
    String state(MailState state);

    @Message
    String problem(MailProblem problem);

    @Message
    String serverSaid();

    @Message
    String templatesText();

    @Message
    String kind();

    @Message
    String languages();

    @Message
    String own();

    @Message
    String standard();

    @Message
    String allTemplates();

    @Message
    String body();

    @Message
    String bodyHelp();

    @Message
    String placeholders();

    @Message
    String placeholdersText();

    @Message
    String needed();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String preview();

    @Message
    String previewHtml();

    @Message
    String previewText();

    @Message
    String sendTest();

    @Message
    String testSent(String address);

    @Message
    String reset();

    @Message
    String check();

    @Message
    String serverText();

    @Message
    String sender();

    @Message
    String from();

    @Message
    String fromHelp(String address);

    @Message
    String replyTo();

    @Message
    String replyToHelp();

    @Message
    String senderTab();

    @Message
    String fallback(String address);

    @Message
    String fallbackAnswers(String answers);

    @Message
    String fallbackWhy();

    @Message
    String ownServer();

    @Message
    String ownServerText();

    @Message
    String host();

    @Message
    String port();

    @Message
    String security();

    @Message
    String securityName(RelaySecurity security);

    @Message
    String user();

    @Message
    String password();

    @Message
    String passwordKept();

    @Message
    String testServer();

    @Message
    String testGood(String address);

    @Message
    String testBad();

    @Message
    String devTitle();

    @Message
    String devText();

    @Message
    String devEmpty();

    @Message
    String devBack();

    @Message
    String sentBy();
}

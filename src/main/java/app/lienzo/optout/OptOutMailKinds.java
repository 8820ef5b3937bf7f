package app.lienzo.optout;

import app.lienzo.mail.MailKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// The kinds of mail about requests: one bean for each, as the port wants them.
class OptOutMailKinds {
    private static final List<String> OPERATORS = List.of("name", "organization", "who", "due", "note", "link");
    private static final List<String> OWNERS = List.of("name", "reason", "link");

    @Produces
    @Singleton
    MailKind requested() {
        return new OptOutMail(OptOutNews.REQUESTED.mail(), OPERATORS, OptOutMails.QUEUE_PATH);
    }

    @Produces
    @Singleton
    MailKind escalated() {
        return new OptOutMail(OptOutNews.ESCALATED.mail(), OPERATORS, OptOutMails.QUEUE_PATH);
    }

    @Produces
    @Singleton
    MailKind reminded() {
        return new OptOutMail(OptOutNews.REMINDED.mail(), OPERATORS, OptOutMails.QUEUE_PATH);
    }

    @Produces
    @Singleton
    MailKind overdue() {
        return new OptOutMail(OptOutNews.OVERDUE.mail(), OPERATORS, OptOutMails.QUEUE_PATH);
    }

    @Produces
    @Singleton
    MailKind taken() {
        return new OptOutMail(OptOutNews.TAKEN.mail(), OWNERS, OptOutMails.OWN_PATH);
    }

    @Produces
    @Singleton
    MailKind done() {
        return new OptOutMail(OptOutNews.DONE.mail(), OWNERS, OptOutMails.OWN_PATH);
    }

    @Produces
    @Singleton
    MailKind refused() {
        return new OptOutMail(OptOutNews.REFUSED.mail(), OWNERS, OptOutMails.OWN_PATH);
    }
}

package app.lienzo.partners;

import app.lienzo.mail.MailKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// The kinds of mail about applications: one bean for each, as the port wants them. The two that go to a mailbox which
/// nobody confirmed carry nothing that a stranger typed.
class ApplicationMailKinds {
    @Produces
    @Singleton
    MailKind confirm() {
        return new ApplicationMail(ApplicationMail.CONFIRM, List.of("hours", "time", "link"));
    }

    @Produces
    @Singleton
    MailKind known() {
        return new ApplicationMail(ApplicationMail.KNOWN, List.of("link"));
    }

    @Produces
    @Singleton
    MailKind received() {
        return new ApplicationMail(ApplicationMail.RECEIVED, List.of("name", "company", "hours", "due", "link"));
    }

    @Produces
    @Singleton
    MailKind approved() {
        return new ApplicationMail(ApplicationMail.APPROVED, List.of("name", "company", "link"));
    }

    @Produces
    @Singleton
    MailKind declined() {
        return new ApplicationMail(ApplicationMail.DECLINED, List.of("name", "company", "reason", "link"));
    }

    @Produces
    @Singleton
    MailKind fresh() {
        return new ApplicationMail(ApplicationMail.NEW, List.of("name", "company", "due", "link"));
    }

    @Produces
    @Singleton
    MailKind warning() {
        return new ApplicationMail(ApplicationMail.WARNING, List.of("name", "company", "left", "due", "link"));
    }

    @Produces
    @Singleton
    MailKind overdue() {
        return new ApplicationMail(ApplicationMail.OVERDUE, List.of("company", "due", "link"));
    }
}

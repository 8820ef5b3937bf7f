package app.lienzo.partners;

import app.lienzo.deadlines.DeadlinePassed;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineWarned;
import app.lienzo.partners.ApplicationLine.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// An answer that is due soon, or was: whoever looks after the application is warned; whoever is configured is told.
@ApplicationScoped
class OnDeadline {
    private final Applications applications;
    private final ApplicationLines lines;
    private final ApplicationMails mails;

    OnDeadline(Applications applications, ApplicationLines lines, ApplicationMails mails) {
        this.applications = applications;
        this.lines = lines;
        this.mails = mails;
    }

    void warn(@Observes DeadlineWarned event) {
        if (event.subject() != DeadlineSubject.APPLICATION) return;
        applications.find(event.id()).filter(ApplicationView::open).ifPresent(application -> {
            long left = Math.round(Duration.between(event.at(), event.due()).toMinutes() / 60.0);
            lines.write(application.id(), event.at(), Kind.WARNED, null, Long.toString(left));
            mails.warning(application, event.due(), left);
        });
    }

    void escalate(@Observes DeadlinePassed event) {
        if (event.subject() != DeadlineSubject.APPLICATION) return;
        applications.find(event.id()).filter(ApplicationView::open).ifPresent(application -> {
            lines.write(application.id(), event.at(), Kind.OVERDUE, null, null);
            mails.overdue(application, event.due());
        });
    }
}

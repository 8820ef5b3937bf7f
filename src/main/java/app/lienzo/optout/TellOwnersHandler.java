package app.lienzo.optout;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TellOwnersHandler implements JobHandler<TellOwners> {
    private final OptOutMails mails;

    TellOwnersHandler(OptOutMails mails) {
        this.mails = mails;
    }

    @Override
    public Class<TellOwners> kind() {
        return TellOwners.class;
    }

    @Override
    public void run(TellOwners job) {
        mails.tellOwners(job.request(), job.news());
    }
}

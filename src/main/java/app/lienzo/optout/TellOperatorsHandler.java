package app.lienzo.optout;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TellOperatorsHandler implements JobHandler<TellOperators> {
    private final OptOutMails mails;

    TellOperatorsHandler(OptOutMails mails) {
        this.mails = mails;
    }

    @Override
    public Class<TellOperators> kind() {
        return TellOperators.class;
    }

    @Override
    public void run(TellOperators job) {
        mails.tellOperators(job.request(), job.news());
    }
}

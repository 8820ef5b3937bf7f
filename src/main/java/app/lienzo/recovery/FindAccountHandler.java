package app.lienzo.recovery;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FindAccountHandler implements JobHandler<FindAccount> {
    private final RecoveryService recovery;

    FindAccountHandler(RecoveryService recovery) {
        this.recovery = recovery;
    }

    @Override
    public Class<FindAccount> kind() {
        return FindAccount.class;
    }

    @Override
    public void run(FindAccount job) {
        recovery.answer(job);
    }
}

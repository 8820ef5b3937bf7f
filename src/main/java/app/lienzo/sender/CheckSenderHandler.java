package app.lienzo.sender;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CheckSenderHandler implements JobHandler<CheckSender> {
    private final SenderCheck check;

    CheckSenderHandler(SenderCheck check) {
        this.check = check;
    }

    @Override
    public Class<CheckSender> kind() {
        return CheckSender.class;
    }

    @Override
    public void run(CheckSender job) {
        check.ifDue();
    }
}

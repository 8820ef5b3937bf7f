package app.lienzo.contacts;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

/// See [ForgetChange].
@ApplicationScoped
class ForgetChangeHandler implements JobHandler<ForgetChange> {
    private final ContactCareService care;

    ForgetChangeHandler(ContactCareService care) {
        this.care = care;
    }

    @Override
    public Class<ForgetChange> kind() {
        return ForgetChange.class;
    }

    @Override
    public void run(ForgetChange job) {
        care.forget(job.undo());
    }
}

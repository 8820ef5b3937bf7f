package app.lienzo.portalaccess;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FindPortalAccessHandler implements JobHandler<FindPortalAccess> {
    private final PortalPasswordService passwords;

    FindPortalAccessHandler(PortalPasswordService passwords) {
        this.passwords = passwords;
    }

    @Override
    public Class<FindPortalAccess> kind() {
        return FindPortalAccess.class;
    }

    @Override
    public void run(FindPortalAccess job) {
        passwords.answer(job);
    }
}

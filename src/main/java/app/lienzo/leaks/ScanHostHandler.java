package app.lienzo.leaks;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ScanHostHandler implements JobHandler<ScanHost> {
    private final LeakService leaks;

    ScanHostHandler(LeakService leaks) {
        this.leaks = leaks;
    }

    @Override
    public Class<ScanHost> kind() {
        return ScanHost.class;
    }

    @Override
    public void run(ScanHost job) {
        leaks.run(job.scan());
    }
}

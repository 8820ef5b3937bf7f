package app.lienzo.imports;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RunImportHandler implements JobHandler<RunImport> {
    private final ImportWork work;

    RunImportHandler(ImportWork work) {
        this.work = work;
    }

    @Override
    public Class<RunImport> kind() {
        return RunImport.class;
    }

    @Override
    public void run(RunImport job) {
        work.goOn(job.run());
    }
}

package app.lienzo.sla;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RecountClocksHandler implements JobHandler<RecountClocks> {
    private final Recounting recounting;

    RecountClocksHandler(Recounting recounting) {
        this.recounting = recounting;
    }

    @Override
    public Class<RecountClocks> kind() {
        return RecountClocks.class;
    }

    @Override
    public void run(RecountClocks job) {
        recounting.run(job.recount());
    }
}

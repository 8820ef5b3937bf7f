package app.lienzo.domains;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CalmHolderHandler implements JobHandler<CalmHolder> {
    private final Rivals rivals;

    CalmHolderHandler(Rivals rivals) {
        this.rivals = rivals;
    }

    @Override
    public Class<CalmHolder> kind() {
        return CalmHolder.class;
    }

    /// The name may have become one's own since, or nobody's: then there is nobody to calm.
    @Override
    public void run(CalmHolder job) {
        rivals.holder(job.host()).ifPresent(rivals::calm);
    }
}

package app.lienzo.jobs;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class DoChoreHandler implements JobHandler<DoChore> {
    private final List<Chore> chores;

    DoChoreHandler(@All List<Chore> chores) {
        this.chores = chores;
    }

    @Override
    public Class<DoChore> kind() {
        return DoChore.class;
    }

    /// A chore that a newer version no longer has is no failure.
    @Override
    public void run(DoChore job) {
        chores.stream().filter(chore -> chore.name().equals(job.name())).forEach(Chore::run);
    }
}

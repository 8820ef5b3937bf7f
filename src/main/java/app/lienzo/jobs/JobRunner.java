package app.lienzo.jobs;

import app.lienzo.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes jobs from the queue and has them done in their organization's scope. db-scheduler sees to it
/// that one replica at a time works on a job, and that another takes over when that one dies.
@ApplicationScoped
class JobRunner {
    static final String TABLE = "platform.scheduled_tasks";
    static final String TASK = "job";
    static final Serializer SERIALIZER = new JacksonSerializer();

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final double DOUBLE = 2;

    private final List<JobHandler<?>> handlers;
    private final List<Chore> chores;
    private final FailedJobs failed;
    private final JobService jobs;
    private final Scope scope;
    private final ObjectMapper json;
    private final AgroalDataSource database;
    private final JobConfig config;
    private @Nullable Scheduler scheduler;

    JobRunner(
            @All List<JobHandler<?>> handlers,
            @All List<Chore> chores,
            FailedJobs failed,
            JobService jobs,
            Scope scope,
            ObjectMapper json,
            AgroalDataSource database,
            JobConfig config) {
        this.handlers = handlers;
        this.chores = chores;
        this.failed = failed;
        this.jobs = jobs;
        this.scope = scope;
        this.json = json;
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        scheduler = Scheduler.create(database, job())
                .startTasks(choresTask())
                .tableName(TABLE)
                .serializer(SERIALIZER)
                .threads(config.atOnceMax())
                .pollingInterval(config.poll())
                .build();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) scheduler.stop();
    }

    private OneTimeTask<Envelope> job() {
        return Tasks.oneTime(TASK, Envelope.class)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        config.attemptsMax(),
                        new FailureHandler.ExponentialBackoffFailureHandler<>(config.pause(), DOUBLE),
                        (complete, _) -> setAside(complete)))
                .execute((instance, _) -> run(instance.getData()));
    }

    private RecurringTask<Void> choresTask() {
        return Tasks.recurring("chores", FixedDelay.of(config.chores()))
                .execute((_, _) -> scope.forEach(() -> QuarkusTransaction.requiringNew()
                        .run(() -> chores.forEach(chore -> jobs.enqueue(new DoChore(chore.name()))))));
    }

    private void run(Envelope envelope) {
        var handler = handlers.stream()
                .filter(known -> known.kind().getName().equals(envelope.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody does jobs of this kind: " + envelope.kind()));
        scope.call(envelope.organization(), () -> {
            inRequestContext(() -> run(handler, envelope));
            return null;
        });
    }

    private <J extends Job> void run(JobHandler<J> handler, Envelope envelope) {
        try {
            handler.run(json.readValue(envelope.content(), handler.kind()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inRequestContext(Runnable work) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            work.run();
        } finally {
            context.terminate();
        }
    }

    private void setAside(ExecutionComplete complete) {
        Execution execution = complete.getExecution();
        var envelope = (Envelope) execution.taskInstance.getData();
        var reason = complete.getCause().map(Throwable::toString).orElse("unknown");
        LOG.errorf("A job failed for good: %s %s", envelope.kind(), reason);
        failed.keep(envelope, reason);
    }
}

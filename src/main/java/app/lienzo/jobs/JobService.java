package app.lienzo.jobs;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// The door to jobs.
@ApplicationScoped
public class JobService {
    private final SchedulerClient queue;
    private final Scope scope;
    private final ObjectMapper json;
    private final Clock clock;

    JobService(AgroalDataSource database, Scope scope, ObjectMapper json, Clock clock) {
        this.queue = SchedulerClient.Builder.create(database)
                .tableName(JobRunner.TABLE)
                .serializer(JobRunner.SERIALIZER)
                .build();
        this.scope = scope;
        this.json = json;
        this.clock = clock;
    }

    /// Queues a job for the organization at hand with the caller's transaction: if that rolls back, the
    /// job never was.
    @Transactional(Transactional.TxType.MANDATORY)
    public void enqueue(Job job) {
        enqueue(job, clock.instant());
    }

    /// The same, to be done not before `due`.
    @Transactional(Transactional.TxType.MANDATORY)
    public void enqueue(Job job, Instant due) {
        try {
            enqueue(
                    new Envelope(scope.organization().id(), job.getClass().getName(), json.writeValueAsString(job)),
                    due);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a job that JSON can carry: " + job.getClass(), e);
        }
    }

    /// One that was queued before, as it was.
    @Transactional(Transactional.TxType.MANDATORY)
    void enqueue(Envelope envelope) {
        enqueue(envelope, clock.instant());
    }

    private void enqueue(Envelope envelope, Instant due) {
        var instance = new TaskInstance<>(JobRunner.TASK, Ids.next().toString(), envelope);
        queue.scheduleIfNotExists(SchedulableInstance.of(instance, due));
    }
}

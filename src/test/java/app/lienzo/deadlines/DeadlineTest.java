package app.lienzo.deadlines;

import static app.lienzo.deadlines.DeadlineSubject.APPLICATION;
import static app.lienzo.deadlines.DeadlineSubject.OPTOUT;
import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.clocks.ClockState;
import app.lienzo.deadlines.DeadlineTerms.BusinessDays;
import app.lienzo.deadlines.DeadlineTerms.WallHours;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Deadlines as they are kept. What is said when a moment comes is asked for by moving the clock that is handed in.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeadlineTest {
    private static final WallHours ANSWER = new WallHours(72, List.of(24, 6));

    @Inject
    DeadlineService deadlines;

    @Inject
    DeadlineWorker worker;

    @Inject
    Scope scope;

    @Inject
    Heard heard;

    /// What was said.
    @ApplicationScoped
    static class Heard {
        final Queue<Object> events = new ConcurrentLinkedQueue<>();

        void warned(@Observes DeadlineWarned event) {
            events.add(event);
        }

        void passed(@Observes DeadlinePassed event) {
            events.add(event);
        }

        List<String> of(UUID id) {
            return events.stream()
                    .filter(event -> event.toString().contains(id.toString()))
                    .map(event -> event instanceof DeadlineWarned warned ? "warning " + warned.warning() : "over")
                    .toList();
        }
    }

    @Test
    @DisplayName("BY-3: 72 hours warn after 48 and 66 and are over after 72, each said once, by however many replicas")
    void said_once_each() throws Exception {
        var id = UUID.randomUUID();
        var start = platform(() -> deadlines.start(APPLICATION, id, "platform", ANSWER))
                .startedAt();
        look(start.plus(Duration.ofHours(48)).minusSeconds(1));
        assertThat(heard.of(id)).isEmpty();
        look(start.plus(Duration.ofHours(48)));
        look(start.plus(Duration.ofHours(49)));
        assertThat(heard.of(id)).containsExactly("warning 1");
        look(start.plus(Duration.ofHours(66)));
        look(start.plus(Duration.ofHours(72)).minusSeconds(1));
        assertThat(heard.of(id)).containsExactly("warning 1", "warning 2");
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) replicas.submit(() -> look(start.plus(Duration.ofHours(72))));
        }
        assertThat(heard.of(id)).containsExactly("warning 1", "warning 2", "over");
        assertThat(stored(id).passedAt()).isEqualTo(start.plus(Duration.ofHours(72)));
        replayed(APPLICATION, id);
    }

    @Test
    @DisplayName("BY-3: who looks late says the most urgent only, and what is done or stopped is never over")
    void the_most_urgent_only() {
        var late = UUID.randomUUID();
        var done = UUID.randomUUID();
        var stopped = UUID.randomUUID();
        var start = platform(() -> deadlines.start(APPLICATION, late, "platform", ANSWER))
                .startedAt();
        platform(() -> deadlines.start(APPLICATION, done, "platform", ANSWER));
        platform(() -> deadlines.start(APPLICATION, stopped, "platform", ANSWER));
        platform(() -> deadlines.done(APPLICATION, done));
        platform(() -> deadlines.stop(APPLICATION, stopped, "WITHDRAWN"));
        look(start.plus(Duration.ofHours(70)));
        look(start.plus(Duration.ofHours(100)));
        assertThat(heard.of(late)).containsExactly("warning 2", "over");
        assertThat(heard.of(done)).isEmpty();
        assertThat(heard.of(stopped)).isEmpty();
        assertThat(stored(done).state()).isEqualTo(ClockState.MET);
        replayed(APPLICATION, done);
        replayed(APPLICATION, stopped);
        assertThat(platform(() -> deadlines.history(APPLICATION, stopped)))
                .extracting(DeadlineLine::step)
                .containsExactly("STARTED", "MOVED", "CANCELLED");
    }

    @Test
    @DisplayName("BY-8: a deadline comes nearer and never moves away; the same start twice is one")
    void shortened_never_lengthened() {
        var id = UUID.randomUUID();
        var first = aurora(() -> deadlines.start(OPTOUT, id, Rows.id(AURORA), ANSWER));
        assertThat(aurora(() -> deadlines.start(OPTOUT, id, Rows.id(AURORA), new WallHours(500, List.of()))))
                .isEqualTo(first);
        assertThat(aurora(() -> deadlines.shorten(OPTOUT, id, new WallHours(100, List.of()), "ESCALATED")))
                .isEqualTo(first);
        var nearer = platform(() -> deadlines.shorten(OPTOUT, id, new WallHours(10, List.of()), "ESCALATED"));
        assertThat(nearer.dueAt()).isBefore(first.dueAt());
        assertThat(nearer.dueAt())
                .isBetween(
                        nearer.startedAt().plus(Duration.ofHours(10)),
                        nearer.startedAt().plus(Duration.ofHours(11)));
        replayed(OPTOUT, id);
    }

    @Test
    @DisplayName("BY-8: seven business days end at the close of the seventh, in the platform's calendar whoever asks")
    void business_days_of_the_platform() {
        var id = UUID.randomUUID();
        var view = aurora(() -> deadlines.start(OPTOUT, id, Rows.id(AURORA), new BusinessDays(7, null, List.of(2, 1))));
        var due = java.util.Objects.requireNonNull(view.dueAt()).atOffset(ZoneOffset.UTC);
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(due.toLocalTime()).isAfter(LocalTime.NOON);
        assertThat(due.toInstant())
                .isBetween(
                        view.startedAt().plus(Duration.ofDays(7)),
                        view.startedAt().plus(Duration.ofDays(14)));
        look(due.toInstant().minusSeconds(60));
        assertThat(heard.of(id)).containsExactly("warning 2");
        look(due.toInstant());
        assertThat(heard.of(id)).containsExactly("warning 2", "over");
        replayed(OPTOUT, id);
    }

    @Test
    @DisplayName(
            "T07: to another organization it is as if there were no deadline, and its ledger stays as it is written")
    void others_see_none() {
        var id = UUID.randomUUID();
        aurora(() -> deadlines.start(OPTOUT, id, Rows.id(AURORA), ANSWER));
        assertThat(nimbus(() -> deadlines.find(OPTOUT, id))).isEmpty();
        assertThatThrownBy(() -> nimbus(() -> deadlines.done(OPTOUT, id))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> nimbus(() -> deadlines.start(OPTOUT, UUID.randomUUID(), Rows.id(AURORA), ANSWER)))
                .hasMessageContaining("row-level security");
        assertThat(platform(() -> deadlines.of(OPTOUT, List.of(id)))).hasSize(1);
        assertThat(Rows.one(
                        "select has_table_privilege('lienzo_app', 'platform.deadline_entry', 'update, delete')::text"))
                .isEqualTo("false");
    }

    @Test
    @DisplayName("A pause adds what it lasted, whatever is replayed")
    void paused_and_resumed() {
        var id = UUID.randomUUID();
        platform(() -> deadlines.start(APPLICATION, id, "platform", ANSWER));
        var paused = platform(() -> deadlines.pause(APPLICATION, id, "ASKED"));
        assertThat(paused.state()).isEqualTo(ClockState.PAUSED);
        assertThat(paused.dueAt()).isNull();
        replayed(APPLICATION, id);
        var resumed = platform(() -> deadlines.resume(APPLICATION, id));
        assertThat(resumed.dueAt()).isAfterOrEqualTo(resumed.startedAt().plus(Duration.ofHours(72)));
        replayed(APPLICATION, id);
    }

    private void replayed(DeadlineSubject subject, UUID id) {
        assertThat(platform(() -> deadlines.replay(subject, id)))
                .isEqualTo(platform(() -> deadlines.find(subject, id).orElseThrow()));
    }

    private DeadlineView stored(UUID id) {
        return platform(() -> deadlines.find(APPLICATION, id).orElseThrow());
    }

    /// Others' deadlines may have come too.
    private void look(Instant now) {
        while (worker.round(now) > 0) Thread.onSpinWait();
    }

    private <T> T platform(Callable<T> work) {
        return in("platform", work);
    }

    private <T> T aurora(Callable<T> work) {
        return in(Rows.id(AURORA), work);
    }

    private <T> T nimbus(Callable<T> work) {
        return in(Rows.id(NIMBUS), work);
    }

    private <T> T in(String organization, Callable<T> work) {
        return scope.call(organization, () -> QuarkusTransaction.requiringNew().call(work));
    }
}

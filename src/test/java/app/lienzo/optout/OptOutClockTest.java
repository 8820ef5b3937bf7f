package app.lienzo.optout;

import static app.lienzo.world.Tenant.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarSettings;
import app.lienzo.calendars.SpecialDay;
import app.lienzo.calendars.WeekHours;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.MovedClock;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.MailServer;
import app.lienzo.world.Patience;
import app.lienzo.world.Presence;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// When requests are due, at the door of whoever asks, on days of the test's choice: the operators work in Madrid from
/// nine to six.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class OptOutClockTest {
    @Inject
    OptOuts requests;

    @Inject
    DatedOptOuts dated;

    @Inject
    DeadlineService deadlines;

    @Inject
    MovedClock clocks;

    @Inject
    OrganizationService organizations;

    @Inject
    CalendarService calendars;

    @Inject
    MemberService members;

    @Inject
    JobService jobs;

    @Inject
    AuditTrail audit;

    @Inject
    Scope scope;

    @Inject
    OptOutConfig config;

    private CalendarSettings before;
    private OrganizationView organization;
    private SignedIn owner;

    @BeforeEach
    void operators_in_madrid() {
        before = platform(calendars::first).settings();
        closed();
        var slug = "clock-" + UUID.randomUUID().toString().substring(0, 8);
        organization = organizations.create(slug, "Mesa Reloj", Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        owner = Presence.of(
                organization.id(),
                own(() -> members.create(
                        Actor.SYSTEM,
                        new NewMember(
                                "owner",
                                "Olga",
                                "owner@" + slug + ".example",
                                OrganizationRole.OWNER,
                                PASSWORD,
                                null))));
    }

    @AfterEach
    void as_it_was() {
        calendar(before);
    }

    @Test
    @DisplayName(
            "BY-8: operators are reminded with three business days left and with one, told when it is over, once each, and never after it is done")
    void reminded_before_the_deadline() {
        // A Monday; due on Wednesday of the week after.
        var id = ask("2038-03-01T10:00:00Z");
        assertThat(due(id)).isEqualTo("2038-03-10T17:00:00Z");
        assertThat(steps(id)).containsExactly("REQUESTED");
        passes(id, "2038-03-05T16:59:59Z");
        assertThat(steps(id)).containsExactly("REQUESTED");
        passes(id, "2038-03-05T17:00:00Z");
        passes(id, "2038-03-08T12:00:00Z");
        assertThat(steps(id)).containsExactly("REQUESTED", "REMINDED");
        passes(id, "2038-03-09T17:00:00Z");
        assertThat(steps(id)).containsExactly("REQUESTED", "REMINDED", "REMINDED");
        mails(id, "operator@platform.example", 3);
        mails(id, "support@operator.example", 0);
        passes(id, "2038-03-10T16:59:59Z");
        assertThat(steps(id)).hasSize(3);
        passes(id, "2038-03-10T17:00:00Z");
        passes(id, "2038-03-12T17:00:00Z");
        assertThat(steps(id)).containsExactly("REQUESTED", "REMINDED", "REMINDED", "OVERDUE");
        mails(id, "operator2@platform.example", 4);
        mails(id, "support@operator.example", 1);

        var done = another("2038-04-05T10:00:00Z");
        platform(() -> clocks.at(Instant.parse("2038-04-06T10:00:00Z")).done(DeadlineSubject.OPTOUT, done));
        passes(done, "2038-05-05T10:00:00Z");
        assertThat(steps(done)).containsExactly("REQUESTED");
    }

    @Test
    @DisplayName("BY-8: a holiday in the middle, a long weekend and a request on a closed day move the due date")
    void holidays_in_the_middle() {
        closed("2038-03-04", "2038-03-05");
        assertThat(due(ask("2038-03-01T10:00:00Z"))).isEqualTo("2038-03-12T17:00:00Z");
        closed();
        assertThat(due(another("2038-03-01T10:00:00Z")))
                .as("what is asked after the calendar changed")
                .isEqualTo("2038-03-10T17:00:00Z");
        assertThat(due(another("2038-03-06T10:00:00Z"))).as("on a Saturday").isEqualTo("2038-03-16T17:00:00Z");
        assertThat(due(another("2038-03-01T22:59:00Z")))
                .as("the last minute of Monday in Madrid")
                .isEqualTo("2038-03-10T17:00:00Z");
        assertThat(due(another("2038-03-01T23:00:00Z")))
                .as("Tuesday in Madrid, though not in London")
                .isEqualTo("2038-03-11T17:00:00Z");
    }

    @Test
    @DisplayName("BY-8: what runs stays as it was promised when the calendar changes")
    void a_promise_stays() {
        var id = ask("2038-03-01T10:00:00Z");
        closed("2038-03-04", "2038-03-05", "2038-03-08");
        assertThat(due(id)).isEqualTo("2038-03-10T17:00:00Z");
        assertThat(platform(() -> deadlines.replay(DeadlineSubject.OPTOUT, id)).dueAt())
                .isEqualTo("2038-03-10T17:00:00Z");
    }

    @Test
    @DisplayName(
            "BY-8: over a change of the clocks, in spring and in autumn, it ends when the operators close by theirs")
    void clock_changes() {
        // Clocks go forward on Sunday 28 March and back on Sunday 31 October.
        var spring = ask("2038-03-24T12:00:00Z");
        assertThat(due(spring)).isEqualTo("2038-04-02T16:00:00Z");
        passes(spring, "2038-03-30T15:59:59Z");
        assertThat(steps(spring)).containsExactly("REQUESTED");
        passes(spring, "2038-03-30T16:00:00Z");
        assertThat(steps(spring)).containsExactly("REQUESTED", "REMINDED");

        var autumn = another("2038-10-27T12:00:00Z");
        assertThat(due(autumn)).isEqualTo("2038-11-05T17:00:00Z");
        passes(autumn, "2038-11-02T16:59:59Z");
        assertThat(steps(autumn)).containsExactly("REQUESTED");
        passes(autumn, "2038-11-02T17:00:00Z");
        assertThat(steps(autumn)).containsExactly("REQUESTED", "REMINDED");
        for (var id : List.of(spring, autumn))
            assertThat(platform(() -> deadlines.replay(DeadlineSubject.OPTOUT, id))
                            .dueAt())
                    .isEqualTo(due(id));
    }

    @Test
    @DisplayName("BY-8: a request while one is open is refused and leaves the first one's clock as it is")
    void one_at_a_time() {
        var id = ask("2038-03-01T10:00:00Z");
        assertThatThrownBy(() -> ask("2038-03-08T10:00:00Z"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("optout-open"));
        assertThat(due(id)).isEqualTo("2038-03-10T17:00:00Z");
        assertThat(steps(id)).containsExactly("REQUESTED");
    }

    @Test
    @DisplayName(
            "BY-8: escalated it is due two business days later at most; close to its end nothing moves, never away")
    void escalation_never_lengthens() {
        var id = ask("2038-03-01T10:00:00Z");
        escalate("2038-03-02T10:00:00Z");
        assertThat(due(id)).isEqualTo("2038-03-04T17:00:00Z");
        assertThatThrownBy(() -> escalate("2038-03-02T11:00:00Z")).isInstanceOf(Refused.class);
        escalate("2038-03-04T12:00:00Z");
        assertThat(due(id)).as("five hours are left, not two days").isEqualTo("2038-03-04T17:00:00Z");
        escalate("2038-03-08T12:00:00Z");
        assertThat(due(id)).as("over").isEqualTo("2038-03-04T17:00:00Z");
        assertThat(steps(id))
                .contains("OVERDUE")
                .filteredOn("ESCALATED"::equals)
                .hasSize(3);
    }

    private UUID ask(String at) {
        return own(() -> door(at).request(owner).id());
    }

    /// Of the same organization, as if it had never asked.
    private UUID another(String at) {
        Rows.list("delete from platform.optout_request where organization_id = ?", organization.id());
        return ask(at);
    }

    private void escalate(String at) {
        own(() -> door(at).escalate(owner, "Deprisa"));
    }

    private OptOutService door(String at) {
        var moment = Instant.parse(at);
        return new OptOutService(
                requests,
                dated,
                clocks.at(moment),
                organizations,
                jobs,
                audit,
                scope,
                Clock.fixed(moment, ZoneOffset.UTC),
                config);
    }

    private void passes(UUID id, String moment) {
        clocks.passes(DeadlineSubject.OPTOUT, id, Instant.parse(moment));
    }

    private String due(UUID id) {
        return String.valueOf(
                platform(() -> deadlines.find(DeadlineSubject.OPTOUT, id).orElseThrow())
                        .dueAt());
    }

    private static List<String> steps(UUID id) {
        return Rows.list("select step from platform.optout_step where request_id = ? order by seq", id);
    }

    private static void mails(UUID id, String to, int many) {
        Patience.until(many + " mails to " + to, () -> about(id, to) >= many);
        assertThat(about(id, to)).isEqualTo(many);
    }

    private static long about(UUID id, String to) {
        return MailServer.to(to).stream()
                .filter(mail -> mail.html().contains(id.toString()))
                .count();
    }

    private void closed(String... days) {
        calendar(new CalendarSettings(
                before.name(),
                "Europe/Madrid",
                WeekHours.usual(),
                null,
                null,
                java.util.Arrays.stream(days)
                        .map(day -> new SpecialDay(LocalDate.parse(day), false, "Fiesta", List.of()))
                        .toList()));
    }

    private void calendar(CalendarSettings settings) {
        var first = platform(calendars::first);
        var operator = platform(() -> members.named("operator").orElseThrow());
        platform(() -> calendars.change(
                Presence.of(organizations.platform().id(), operator), first.id(), settings, first.version()));
    }

    private <T> T platform(Callable<T> work) {
        return in(organizations.platform(), work);
    }

    private <T> T own(Callable<T> work) {
        return in(organization, work);
    }

    private <T> T in(OrganizationView house, Callable<T> work) {
        return scope.call(house, () -> QuarkusTransaction.requiringNew().call(work));
    }
}

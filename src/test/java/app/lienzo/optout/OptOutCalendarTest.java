package app.lienzo.optout;

import static app.lienzo.world.Tenant.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarSettings;
import app.lienzo.calendars.SpecialDay;
import app.lienzo.calendars.WeekHours;
import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineView;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignedIn;
import app.lienzo.operators.Operators;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Operators have several calendars; each request is counted by one of them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class OptOutCalendarTest {
    private static final String QUEUE = "/operator/optouts";

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    CalendarService calendars;

    @Inject
    DeadlineService deadlines;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private SignedIn otto;
    private UUID daily;
    private UUID idle;
    private UUID request;
    private Browser owner;

    @BeforeEach
    void two_more_calendars_and_a_request() {
        var id = Rows.one("select id from lienzo.member where tenant_id = 'platform' and user_name = 'operator'");
        otto = Operators.as(UUID.fromString(id), "operator");
        var always = WeekHours.read(Collections.nCopies(WeekHours.DAYS, "00:00-24:00"));
        daily = calendar("Diario " + tag, always, List.of());
        var off = new ArrayList<SpecialDay>();
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int day = 0; day < 40; day++) off.add(new SpecialDay(today.plusDays(day), false, "Puente", List.of()));
        idle = calendar("Quieto " + tag, WeekHours.usual(), off);
        var slug = "count-" + tag;
        var house = organizations.create(slug, "Mesa " + tag, Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        var olga = new NewMember("owner", "Olga", "olga@" + slug + ".example", OrganizationRole.OWNER, PASSWORD, null);
        scope.run(house, () -> QuarkusTransaction.requiringNew().run(() -> members.create(Actor.SYSTEM, olga)));
        owner = Browser.signedIn(new Tenant(slug, "none"), "owner");
        owner.get("/organization/marketing");
        owner.post("/organization/marketing", "");
        request = UUID.fromString(
                Rows.one("select id from platform.optout_request where organization_id = ?", house.id()));
    }

    @AfterEach
    void calendars_as_before() {
        for (var id : List.of(daily, idle))
            platform(() -> {
                calendars.remove(otto, id, calendars.require(id).version());
                return true;
            });
    }

    @Test
    @DisplayName(
            "BY-8: an operator has a request counted by another calendar: it comes nearer, the ledger says by which, and replayed it is the same")
    void a_request_is_counted_by_the_calendar_chosen() {
        var operator = Operators.signedIn("operator");
        var page = QUEUE + "/" + request;
        assertThat(operator.get(page).body())
                .contains("Diario " + tag, "Quieto " + tag)
                .contains("(predeterminado)");
        var before = deadline();
        assertThat(operator.post(page + "/calendar", "calendar=" + daily).status())
                .isEqualTo(303);
        var after = deadline();
        assertThat(after.dueAt()).isBefore(before.dueAt()).isAfter(before.startedAt());
        assertThat(platform(() -> deadlines.replay(DeadlineSubject.OPTOUT, request)))
                .isEqualTo(after);
        assertThat(platform(() -> deadlines.history(DeadlineSubject.OPTOUT, request)))
                .anySatisfy(line -> {
                    assertThat(line.step()).isEqualTo("CHANGED");
                    assertThat(line.calendar()).isEqualTo(daily);
                    assertThat(line.cause()).isEqualTo("CALENDAR");
                });
        assertThat(owner.get("/organization/marketing").body()).contains("Diario " + tag);
        assertThat(Rows.list(
                        "select action from lienzo.audit_entry where tenant_id = 'platform' and subject_id = ?::uuid and action = 'optout-recounted'",
                        request.toString()))
                .hasSize(1);
        assertThat(operator.post(page + "/calendar", "calendar=" + daily).status())
                .as("the same again changes nothing")
                .isEqualTo(303);
        assertThat(platform(() -> deadlines.history(DeadlineSubject.OPTOUT, request)))
                .filteredOn(line -> line.step().equals("CHANGED"))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "BY-8: a calendar by which it would be due later than promised is refused, and one that there is not is not there")
    void it_never_moves_away() {
        var operator = Operators.signedIn("operator");
        var page = QUEUE + "/" + request;
        operator.get(page);
        var before = deadline();
        var refused = operator.post(page + "/calendar", "calendar=" + idle);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("más tarde de lo prometido");
        assertThat(operator.post(page + "/calendar", "calendar=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(operator.post(page + "/calendar", "calendar=x").status()).isEqualTo(404);
        assertThat(deadline()).isEqualTo(before);
        operator.post(page + "/holder", "");
        operator.post(page + "/removal", "");
        assertThat(operator.post(page + "/calendar", "calendar=" + daily).status())
                .as("it is answered")
                .isEqualTo(409);
    }

    private DeadlineView deadline() {
        return platform(() -> deadlines.find(DeadlineSubject.OPTOUT, request).orElseThrow());
    }

    private UUID calendar(String name, WeekHours week, List<SpecialDay> days) {
        return platform(() -> calendars
                .create(otto, new CalendarSettings(name, "UTC", week, null, null, days))
                .id());
    }

    private <T> T platform(Callable<T> work) {
        return scope.call(
                organizations.platform(),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}

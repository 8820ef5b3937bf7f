package app.lienzo.operators;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A visit that is prepared in the very moment in which it loses its ground.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class VisitRaceTest {
    private static final int ROUNDS = 12;

    @Inject
    VisitingService visiting;

    @Inject
    OrganizationCareService care;

    @Inject
    AccountService accounts;

    @Inject
    MemberService members;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    private final List<UUID> made = new ArrayList<>();
    private OrganizationView house;

    @BeforeEach
    void anOrganization() {
        var slug = "race-" + UUID.randomUUID().toString().substring(0, 8);
        house = organizations.create(slug, "Mesa", Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        member(house, "owner", OrganizationRole.OWNER);
    }

    @Test
    @DisplayName("T12: whoever comes first, suspension or visit: a suspended organization has no visit left")
    void suspension_and_visit_at_once() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var otto = operator();
            int version = version();
            atOnce(
                    () -> visiting.prepare(otto, house.id(), "", "Carrera"),
                    () -> care.suspend(otto, house.id(), version, "Carrera"));
            assertThat(state()).isEqualTo("SUSPENDED");
            assertThat(going()).isEmpty();
            scope.run(organizations.platform(), () -> care.resume(otto, house.id(), version(), "Carrera"));
        }
    }

    @Test
    @DisplayName("T12: whoever comes first, the operator's leaving or his visit: who is gone looks at nothing")
    void leaving_and_visit_at_once() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var otto = operator();
            atOnce(
                    () -> visiting.prepare(otto, house.id(), "", "Carrera"),
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> accounts.deactivate(Actor.SYSTEM, otto.member())));
            assertThat(going()).isEmpty();
        }
    }

    @Test
    @DisplayName("T12: whoever comes first, the member's leaving or the visit: nobody looks through his eyes")
    void the_members_leaving_and_a_visit_at_once() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var otto = operator();
            var eyes = member(house, "ojos" + i, OrganizationRole.MEMBER);
            int round = i;
            atOnce(
                    () -> visiting.prepare(otto, house.id(), "ojos" + round, "Carrera"),
                    () -> scope.run(
                            house,
                            () -> QuarkusTransaction.requiringNew()
                                    .run(() -> accounts.deactivate(Actor.SYSTEM, eyes.id()))));
            assertThat(Rows.list(
                            "select id from lienzo.visit where tenant_id = ? and member_id = ?::uuid and ends_at > now()",
                            house.id(),
                            eyes.id().toString()))
                    .isEmpty();
        }
    }

    /// Both begin in the same moment, in the platform's scope; what is refused is one of the two outcomes.
    private void atOnce(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(task(start, one), task(start, other)))) done.get();
        }
    }

    private java.util.concurrent.Callable<Boolean> task(CyclicBarrier start, Runnable work) {
        return () -> {
            var request = Arc.container().requestContext();
            request.activate();
            start.await();
            try {
                scope.run(organizations.platform(), work);
                return true;
            } catch (Refused refused) {
                return false;
            } finally {
                request.terminate();
            }
        };
    }

    /// Gone again afterwards: other tests count those who are there.
    @AfterEach
    void operatorsLeave() {
        scope.run(
                organizations.platform(),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> made.forEach(otto -> accounts.deactivate(Actor.SYSTEM, otto))));
    }

    private SignedIn operator() {
        var name = "otto" + UUID.randomUUID().toString().substring(0, 8);
        var otto = member(organizations.platform(), name, OrganizationRole.OPERATOR);
        made.add(otto.id());
        return Operators.as(otto.id(), name);
    }

    private MemberView member(OrganizationView where, String name, OrganizationRole role) {
        return scope.call(
                where,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> members.create(
                                Actor.SYSTEM,
                                new NewMember(
                                        name,
                                        name,
                                        name + "-" + UUID.randomUUID() + "@race.example",
                                        role,
                                        Tenant.PASSWORD,
                                        null))));
    }

    private int version() {
        return Integer.parseInt(Rows.one("select version from platform.organization where id = ?", house.id()));
    }

    private String state() {
        return Rows.one("select state from platform.organization where id = ?", house.id());
    }

    private List<String> going() {
        return Rows.list("select id from lienzo.visit where tenant_id = ? and ends_at > now()", house.id());
    }
}

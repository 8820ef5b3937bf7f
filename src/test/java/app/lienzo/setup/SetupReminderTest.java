package app.lienzo.setup;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.operators.FoundingService;
import app.lienzo.operators.NewOrganization;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SetupReminderTest {
    @Inject
    FoundingService founding;

    @Inject
    RemindOfSetup reminders;

    @Inject
    SetupService setup;

    @Inject
    Scope scope;

    @Test
    @DisplayName("BY-10: Owners are reminded of open steps after three days, then later, and never of a list put aside")
    void owners_are_reminded() {
        var slug = "paso-" + UUID.randomUUID().toString().substring(0, 8);
        var house = founding.found(
                new Actor(null, "Otto", ""),
                UUID.randomUUID(),
                new NewOrganization(
                        slug,
                        "Paso",
                        Plan.LITE,
                        "es",
                        Vocabulary.SERVICE_PROVIDER,
                        "Ana",
                        "ana@" + slug + ".example",
                        null));
        remind(house);
        assertThat(letters(house)).isZero();
        age(house, "platform.organization set created_at = created_at", "id", 4);
        remind(house);
        remind(house);
        assertThat(letters(house)).isEqualTo(1);
        assertThat(Rows.one(
                        "select subject from lienzo.outgoing_mail where tenant_id = ? and kind = 'setup-reminder'",
                        house.id()))
                .endsWith("pasos están hechos");
        age(house, "lienzo.setup_reminder set at = at", "tenant_id", 4);
        remind(house);
        assertThat(letters(house)).isEqualTo(1);
        age(house, "lienzo.setup_reminder set at = at", "tenant_id", 3);
        remind(house);
        assertThat(letters(house)).isEqualTo(2);
        scope.run(house, setup::putAside);
        age(house, "lienzo.setup_reminder set at = at", "tenant_id", 30);
        remind(house);
        assertThat(letters(house)).isEqualTo(2);
    }

    private void remind(OrganizationView house) {
        scope.run(house, reminders::run);
    }

    private static void age(OrganizationView house, String what, String key, int days) {
        Rows.list("update " + what + " - make_interval(days => ?) where " + key + " = ?", days, house.id());
    }

    private static int letters(OrganizationView house) {
        return Rows.list(
                        "select id from lienzo.outgoing_mail where tenant_id = ? and kind = 'setup-reminder'",
                        house.id())
                .size();
    }
}

package app.lienzo.marketing;

import static app.lienzo.world.Tenant.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What an organization asked for holds for its people, and what a person asked for holds for his address.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class LeavingPeopleTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    AccountService accounts;

    @Inject
    SuppressionService suppressions;

    @Inject
    MarketingList list;

    @Inject
    Campaigns campaigns;

    @Inject
    Recipients recipients;

    @Inject
    Clock clock;

    private OrganizationView off;
    private OrganizationView on;
    private String word;

    @BeforeEach
    void one_organization_is_off_the_list() {
        Rows.list("delete from platform.marketing_person where language = 'pt'");
        word = UUID.randomUUID().toString().substring(0, 8);
        off = organization("off");
        on = organization("on");
        member(off, "owner", "owner-" + word + "@off.example");
        member(on, "owner", "owner-" + word + "@on.example");
        in(organizations.platform(), () -> suppressions.suppressOrganization(off.id()));
    }

    @Test
    @DisplayName(
            "BY-8: who leaves an organization that is off the list gets mail again where else he is, and none while he was there")
    void who_leaves_is_free() {
        var address = address("ana");
        var ana = member(off, "ana", address);
        member(on, "ana", address);
        assertThat(suppressed(address)).isTrue();
        in(off, () -> accounts.remove(Actor.SYSTEM, ana));
        assertThat(suppressed(address)).isFalse();
        assertThat(suppressed("owner-" + word + "@off.example")).isTrue();
        assertThat(suppressed("owner-" + word + "@on.example")).isFalse();
        assertThat(Rows.list("select email from platform.marketing_person where email = ?", address))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "M10: what a person said himself outlives his leaving, his deletion and his return, here and elsewhere")
    void ones_own_word_stays() {
        var address = address("bea");
        var bea = member(off, "bea", address);
        in(organizations.platform(), () -> suppressions.suppressAddress(address));
        in(off, () -> accounts.remove(Actor.SYSTEM, bea));
        assertThat(suppressed(address)).isTrue();
        in(off, list::fill);
        member(on, "bea", address.toUpperCase(Locale.ROOT));
        assertThat(suppressed(address)).isTrue();
    }

    @Test
    @DisplayName("BY-8: who leaves and returns is kept away again at once, deactivated, removed or under a new address")
    void who_returns_is_kept_away_again() {
        var address = address("carla");
        var carla = member(off, "carla", address);
        in(off, () -> accounts.deactivate(Actor.SYSTEM, carla));
        assertThat(suppressed(address)).isFalse();
        in(off, () -> accounts.activate(Actor.SYSTEM, carla));
        assertThat(suppressed(address)).isTrue();
        var other = address("carlota");
        in(off, () -> accounts.changeEmail(Actor.SYSTEM, carla, other, null));
        assertThat(suppressed(address)).isFalse();
        assertThat(suppressed(other)).isTrue();
        in(off, () -> accounts.remove(Actor.SYSTEM, carla));
        assertThat(suppressed(other)).isFalse();
        member(off, "carla", other);
        assertThat(suppressed(other)).isTrue();
    }

    @Test
    @DisplayName(
            "BY-8: a running campaign asks at each one's turn: who joined such an organization meanwhile gets nothing, who left it does")
    void a_running_campaign_asks_at_each_turn() {
        var joins = address("dora");
        var leaves = address("eva");
        member(on, "dora", joins);
        member(on, "eva", leaves);
        var eva = member(off, "eva", leaves);
        var campaign = Ids.next();
        var run = Ids.next();
        in(organizations.platform(), () -> begin(campaign, run));
        member(off, "dora", joins);
        in(off, () -> accounts.remove(Actor.SYSTEM, eva));
        while (scope.call(
                        organizations.platform(),
                        () -> recipients.claim(
                                campaign, run, Secrets.hash(Secrets.token()), new byte[0], clock.instant()))
                .isPresent()) {}
        assertThat(fate(campaign, joins)).isEqualTo("SUPPRESSED");
        assertThat(fate(campaign, leaves)).isEqualTo("CLAIMED");
        assertThat(fate(campaign, "owner-" + word + "@on.example")).isEqualTo("CLAIMED");
        in(
                organizations.platform(),
                () -> campaigns.become(campaign, CampaignState.SENDING, CampaignState.SENT, clock.instant()));
    }

    @Test
    @DisplayName("What was kept before anybody was named is named for who is there, and goes for who is not")
    void rows_from_before_are_set_right() {
        var address = address("fina");
        var fina = member(off, "fina", address);
        Rows.list("update platform.marketing_suppression set member_id = null where organization_id = ?", off.id());
        in(off, list::fill);
        assertThat(suppressed(address)).isTrue();
        Rows.list("update platform.marketing_suppression set member_id = null where organization_id = ?", off.id());
        in(off, () -> accounts.remove(Actor.SYSTEM, fina));
        in(off, list::fill);
        assertThat(suppressed(address)).isFalse();
        assertThat(suppressed("owner-" + word + "@off.example")).isTrue();
    }

    private void begin(UUID campaign, UUID run) {
        var draft = new CampaignDraft("Turno " + word, "Texto", Locale.of("pt"), Audience.EVERYBODY, true);
        campaigns.add(campaign, draft, "Otto", clock.instant());
        campaigns.become(campaign, CampaignState.DRAFT, CampaignState.SENDING, clock.instant());
        recipients.fill(campaign, draft, clock.instant());
        campaigns.lease(campaign, run, clock.instant(), clock.instant().plusSeconds(600));
    }

    private String fate(UUID campaign, String address) {
        return Rows.one(
                "select state from lienzo.campaign_recipient where campaign_id = ?::uuid and email = ?",
                campaign.toString(),
                address);
    }

    private String address(String user) {
        return user + "-" + word + "@leaving.example";
    }

    private boolean suppressed(String address) {
        return scope.call(organizations.platform(), () -> suppressions.suppressed(address));
    }

    private OrganizationView organization(String name) {
        return organizations.create(
                "l-" + name + "-" + word, "Mesa " + name, Plan.STARTUP, "pt", Vocabulary.SERVICE_PROVIDER);
    }

    private UUID member(OrganizationView organization, String user, String address) {
        var written = new NewMember(user, user, address, OrganizationRole.OWNER, PASSWORD, null);
        return scope.call(
                organization,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> members.create(Actor.SYSTEM, written).id()));
    }

    private void in(OrganizationView organization, Runnable work) {
        scope.run(organization, () -> QuarkusTransaction.requiringNew().run(work));
    }
}

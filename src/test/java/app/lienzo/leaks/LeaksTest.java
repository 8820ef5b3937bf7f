package app.lienzo.leaks;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.certificates.CertificateService;
import app.lienzo.certificates.CertificateSource;
import app.lienzo.certificates.NewCertificate;
import app.lienzo.channels.ChannelService;
import app.lienzo.channels.LiveChatSettings;
import app.lienzo.channels.Texts;
import app.lienzo.identity.AccessService;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.PassService;
import app.lienzo.mail.MailTemplateService;
import app.lienzo.mail.TemplateText;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.SiteService;
import app.lienzo.tenancy.SiteState;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Authority;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LeaksTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    SpaceService spaces;

    @Inject
    ChannelService channels;

    @Inject
    MailTemplateService templates;

    @Inject
    PassService passes;

    @Inject
    AccessService access;

    @Inject
    AccountService accounts;

    @Inject
    BrandCheck tool;

    @Inject
    LeakService leaks;

    @Inject
    SiteService sites;

    @Inject
    CertificateService certificates;

    @Test
    @DisplayName(
            "BY-1: an Owner asks for a check; it finds the other organization in the chat and the platform in a mail and in a page, and names nobody")
    void planted_leaks_are_found_and_nobody_is_named() {
        var tenant = organization();
        plant(tenant);
        var owner = Browser.signedIn(tenant, "owner");
        assertThat(owner.get("/organization/brand-check").body()).contains("action=\"/organization/brand-check\"");

        assertThat(owner.post("/organization/brand-check", "").status()).isEqualTo(303);
        var page = done(owner);

        var found = Rows.list(
                "select kind || ' ' || severity || ' ' || surface from lienzo.leak_finding where tenant_id = ?",
                Rows.id(tenant));
        assertThat(found).contains("ORGANIZATION HIGH WIDGET", "PLATFORM HIGH MAIL", "PLATFORM HIGH PAGE");
        assertThat(page)
                .contains("class=\"finds\"", "mail-check (es)", "•••••")
                .doesNotContainIgnoringCase("nimbus")
                .doesNotContainIgnoringCase("lienzo");
        assertThat(Rows.list("select f::text from lienzo.leak_finding f where tenant_id = ?", Rows.id(tenant)))
                .noneMatch(row -> row.toLowerCase(Locale.ROOT).matches(".*(nimbus|lienzo).*"));

        assertThat(Rows.list(
                        "select excerpt || count(*) over (partition by surface, path) from lienzo.leak_finding where tenant_id = ? and kind = 'ORGANIZATION'",
                        Rows.id(tenant)))
                .as("where, and nothing else, once")
                .isNotEmpty()
                .containsOnly("1");
        for (var guess : List.of("nimbus", "nimbus.localhost", "lienzo"))
            assertThat(Rows.list(
                            "select 1 from lienzo.leak_finding where tenant_id = ? and print = left(encode(sha256(convert_to(concat_ws(E'\\n', kind, surface, path, place, ?::text), 'UTF8')), 'hex'), length(print))",
                            Rows.id(tenant),
                            guess))
                    .as("a print that says whether a guess is right")
                    .isEmpty();

        assertThat(owner.post("/organization/brand-check", "").status())
                .as("no second one right after the first")
                .isEqualTo(422);
    }

    @Test
    @DisplayName(
            "BY-1, T05: who says that a finding is none says so for his own organization, in later checks too, and may take it back")
    void a_finding_is_pardoned_for_oneself() {
        var tenant = organization();
        var owner = Browser.signedIn(tenant, "owner");
        var print = found(tenant);
        var aurora = Browser.signedIn(AURORA, "owner");
        assertThat(aurora.post("/organization/brand-check/pardons", "pardoned=1&print=" + print)
                        .status())
                .isEqualTo(404);

        var before = open(tenant);
        assertThat(owner.post("/organization/brand-check/pardons", "pardoned=1&print=" + print)
                        .status())
                .isEqualTo(303);
        assertThat(open(tenant)).isLessThan(before);
        assertThat(owner.get("/organization/brand-check").body()).contains("class=\"pardoned\"");
        owner.post("/organization/brand-check/pardons", "print=" + print);
        assertThat(open(tenant)).isEqualTo(before);
    }

    @Test
    @DisplayName("BY-1: the operator's look says which organization it is, and looking changes nothing at all")
    void looking_names_them_to_the_operator_and_changes_nothing() {
        var tenant = organization();
        plant(tenant);
        // Whoever looks first finds the support plans that come with the product, and they are written down.
        Browser.signedIn(tenant, "owner").get("/organization/support-plans");
        var before = Rows.fingerprint(tenant);
        var told = new ByteArrayOutputStream();
        int code = tool.check(List.of(tenant.slug()), new PrintStream(told, true, StandardCharsets.UTF_8));
        assertThat(Rows.fingerprint(tenant)).isEqualTo(before);
        assertThat(code).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(tenant.host(), "names \"nimbus\"", "names \"lienzo\"", "mail-check (es)");

        assertThat(tool.check(List.of("nobody-here"), new PrintStream(told, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "BY-1, BY-5: a host of its own that answers over HTTPS only is looked through over HTTPS, as whole as any other")
    void a_host_of_its_own_is_looked_through_over_https() {
        var tenant = organization();
        var host = tenant.slug() + ".own.example";
        var issued = Authority.ONE.issue(host);
        in(tenant, () -> {
            sites.reserve(host, null);
            sites.become(host, SiteState.SERVED);
            sites.makePrimary(host);
            return certificates.install(
                    new NewCertificate(host, issued.chain(), issued.key(), CertificateSource.UPLOADED));
        });
        await(() -> Wire.bare("GET", "/").header("Host", host).send().status() == 308);
        var report = in(tenant, leaks::look);
        assertThat(report.host()).isEqualTo(host);
        assertThat(report.findings()).isEmpty();
        assertThat(report.asked())
                .contains("/organization/people", "/api/v1/spaces")
                .hasSizeGreaterThan(100);
    }

    @Test
    @DisplayName(
            "X12: a pass opens pages of its own organization from this machine, for reading, until it is closed, and is nobody's session")
    void a_pass_is_no_session() {
        var tenant = organization();
        var owner = in(tenant, () -> members.named("owner").orElseThrow().id());
        var cookie = "";
        try (var pass = scope.call(
                organizations.named(tenant.slug()).orElseThrow(),
                () -> passes.issue(owner, true, Duration.ofMinutes(1)))) {
            cookie = "__Host-session=" + pass.token();
            assertThat(get(tenant, cookie, "127.0.0.1")).isEqualTo(200);
            assertThat(get(AURORA, cookie, "127.0.0.1"))
                    .as("another organization")
                    .isNotEqualTo(200);
            var form = FORM_TOKEN.matcher(Wire.to(tenant, "GET", "/organization/brand-check")
                    .header("Cookie", cookie)
                    .send()
                    .body());
            assertThat(form.find()).isTrue();
            assertThat(Wire.to(tenant, "POST", "/organization/brand-check")
                            .header("Cookie", cookie)
                            .header("Origin", "http://" + tenant.host())
                            .form("form-token=" + form.group(1))
                            .send()
                            .header("location"))
                    .as("a form that the page itself offers")
                    .contains("/sign-in");
            assertThat(Rows.list("select 1 from lienzo.leak_scan where tenant_id = ?", Rows.id(tenant)))
                    .isEmpty();
            for (var proxy : List.of("Forwarded", "X-Forwarded-For"))
                assertThat(Wire.to(tenant, "GET", "/organization/setup")
                                .header("Cookie", cookie)
                                .header(proxy, "for=127.0.0.1")
                                .send()
                                .status())
                        .as(proxy)
                        .isNotEqualTo(200);
            assertThat(Rows.list("select 1 from lienzo.session where tenant_id = ?", Rows.id(tenant)))
                    .isEmpty();
        }
        assertThat(get(tenant, cookie, "127.0.0.1")).as("closed").isNotEqualTo(200);
    }

    @Test
    @DisplayName("X12, BY-6: a pass opens what its member may at that moment, and nothing for one who is gone")
    void a_pass_is_worth_what_its_member_is() {
        var tenant = organization();
        var other = in(tenant, () -> add("other", OrganizationRole.OWNER));
        try (var pass = in(tenant, () -> passes.issue(other, true, Duration.ofMinutes(1)))) {
            var cookie = "__Host-session=" + pass.token();
            assertThat(get(tenant, cookie, "127.0.0.1")).isEqualTo(200);
            var owner = Browser.signedIn(tenant, "owner");
            assertThat(owner.get("/organization/setup").status()).isEqualTo(200);
            in(tenant, () -> {
                var id = members.named("owner").orElseThrow().id();
                access.changed(other);
                access.changed(id);
                return id;
            });
            assertThat(get(tenant, cookie, "127.0.0.1"))
                    .as("what changed took nothing from her")
                    .isEqualTo(200);
            in(tenant, () -> {
                Rows.list(
                        "update lienzo.member set organization_role = 'MEMBER' where tenant_id = ? and id = ?::uuid",
                        Rows.id(tenant),
                        other.toString());
                access.changed(other);
                return other;
            });
            assertThat(get(tenant, cookie, "127.0.0.1")).as("no Owner any more").isEqualTo(403);
            in(tenant, () -> {
                accounts.deactivate(Actor.SYSTEM, other);
                return other;
            });
            assertThat(get(tenant, cookie, "127.0.0.1")).as("gone").isNotIn(200, 403);
        }
    }

    @Test
    @DisplayName("BY-6: nobody but an Owner checks a brand, and a check that is stopped ends")
    void only_owners_and_only_until_stopped() {
        var tenant = organization();
        in(tenant, () -> add("useradmin", OrganizationRole.USER_ADMIN));
        var other = Browser.signedIn(tenant, "useradmin");
        assertThat(other.get("/organization/brand-check").status()).isEqualTo(403);
        assertThat(other.post("/organization/brand-check", "").status()).isEqualTo(403);

        var owner = Browser.signedIn(tenant, "owner");
        owner.post("/organization/brand-check", "");
        assertThat(owner.post("/organization/brand-check", "").status())
                .as("one at a time")
                .isEqualTo(422);
        assertThat(owner.get("/organization/brand-check").body()).contains("id=\"going\"", "<progress");
        assertThat(owner.post("/organization/brand-check/cancel", "").status()).isEqualTo(303);
        assertThat(Rows.list("select state from lienzo.leak_scan where tenant_id = ?", Rows.id(tenant)))
                .isEqualTo(List.of("CANCELED"));
        assertThat(owner.get("/organization/brand-check/progress").header("hx-refresh"))
                .isEqualTo("true");
    }

    private void plant(Tenant tenant) {
        in(tenant, () -> {
            var greeting = new Texts("Hola, soy Nimbus", "Hello, this is Nimbus", "Olá, aqui é Nimbus");
            var space = spaces.create("uno", "Uno");
            channels.add(
                    space.id(),
                    tenant.slug(),
                    "secret",
                    new LiveChatSettings("Chat", List.of("https://shop.example"), greeting, Texts.NONE, "", "UTC"));
            var text = templates.open("mail-check", Locale.of("es")).text();
            assertThat(templates.save(
                            Actor.SYSTEM,
                            "mail-check",
                            Locale.of("es"),
                            new TemplateText(text.subject(), text.body() + "\n\nEl equipo de Lienzo")))
                    .isEmpty();
            return members.create(
                    Actor.SYSTEM,
                    new NewMember(
                            "team", "Equipo Lienzo", "team@new.example", OrganizationRole.MEMBER, PASSWORD, null));
        });
    }

    /// A check that is over, with one finding.
    private static String found(Tenant tenant) {
        return Rows.one("""
                with scan as (insert into lienzo.leak_scan (tenant_id, id, member_id, state, host, asked_at, ended_at)
                  select tenant_id, gen_random_uuid(), id, 'DONE', ?, now(), now() from lienzo.member where tenant_id = ?
                  returning tenant_id, id)
                insert into lienzo.leak_finding (tenant_id, id, scan_id, print, kind, severity, surface, path, place, excerpt)
                select tenant_id, gen_random_uuid(), id, md5(id::text), 'ORGANIZATION', 'HIGH', 'PAGE', '/x', 'owner', '•••••' from scan
                returning print
                """, tenant.host(), Rows.id(tenant));
    }

    private static String done(Browser owner) {
        await(() -> !owner.get("/organization/brand-check").body().contains("id=\"going\""));
        return owner.get("/organization/brand-check").body();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("Not in time");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private int open(Tenant tenant) {
        return Rows.list(
                        "select 1 from lienzo.leak_finding f where tenant_id = ? and not exists (select 1 from lienzo.leak_pardon p where p.tenant_id = f.tenant_id and p.print = f.print)",
                        Rows.id(tenant))
                .size();
    }

    private static int get(Tenant tenant, String cookie, String from) {
        return Wire.to(tenant, "GET", "/organization/setup")
                .header("Cookie", cookie)
                .from(from)
                .send()
                .status();
    }

    /// One that nobody has touched yet, with an Owner.
    private Tenant organization() {
        var slug = "leaks-" + UUID.randomUUID().toString().substring(0, 8);
        organizations.create(slug, "Nueva", Plan.STARTUP, "es", Vocabulary.SERVICE_PROVIDER);
        var tenant = new Tenant(slug, "none");
        in(tenant, () -> add("owner", OrganizationRole.OWNER));
        return tenant;
    }

    private UUID add(String userName, OrganizationRole role) {
        return members.create(
                        Actor.SYSTEM,
                        new NewMember(userName, userName, userName + "@new.example", role, PASSWORD, null))
                .id();
    }

    private <T> T in(Tenant tenant, Callable<T> work) {
        return scope.call(
                organizations.named(tenant.slug()).orElseThrow(),
                () -> QuarkusTransaction.requiringNew().timeout(300).call(work));
    }
}

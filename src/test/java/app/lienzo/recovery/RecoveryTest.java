package app.lienzo.recovery;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.kernel.Refused;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a mailed link opens, for whom, and for how long.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecoveryTest {
    private static final String FRESH = "Fresco2026clave";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject
    People people;

    @Inject
    LinkService links;

    @Test
    @DisplayName(
            "B2-1: the welcome mail carries user name, sign-in page and a link; who follows it sets a password and is in")
    void the_first_sign_in() {
        var member = people.invited(AURORA);
        people.welcome(AURORA, member);
        var mail = MailServer.await(member.email());
        assertThat(mail.text()).contains(member.userName(), "https://aurora.localhost/sign-in", "7 días");
        assertThat(mail.link()).startsWith("https://aurora.localhost/set-password/");

        var form = Form.open(AURORA, mail.link());
        assertThat(form.shown().status()).isEqualTo(200);
        assertThat(form.shown().body()).contains("value=\"" + member.userName() + "\"", "Tu cuenta está lista");
        assertThat(form.shown().header("Cache-Control")).isEqualTo("no-store");
        var answer = form.set(member.userName(), FRESH, FRESH);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(form.browser().get("/profile").body()).contains(member.email());
        assertThat(Browser.at(AURORA).signIn(member.userName(), FRESH).status()).isEqualTo(303);
        assertThat(MailServer.await(member.email(), found -> found.subject().contains("ha cambiado"))
                        .text())
                .contains(member.userName(), "127.0.0.1");
    }

    @Test
    @DisplayName("B2-1: sending the invitation again makes the earlier link worthless")
    void a_second_welcome_replaces_the_first() {
        var member = people.invited(AURORA);
        people.welcome(AURORA, member);
        var first = MailServer.await(member.email()).link();
        people.welcome(AURORA, member);
        var second = MailServer.await(member.email(), mail -> !mail.link().equals(first))
                .link();
        assertThat(Form.open(AURORA, first).shown().status()).isEqualTo(410);
        assertThat(Form.open(AURORA, second).shown().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("B2-3: who forgot user name or password asks with either and gets both")
    void either_of_the_two_is_enough() {
        for (var byName : List.of(true, false)) {
            var member = people.somebody(NIMBUS);
            ask(NIMBUS, byName ? member.userName() : member.email().toUpperCase(java.util.Locale.ROOT));
            var mail = MailServer.await(member.email());
            assertThat(mail.text()).contains(member.userName(), "1 hora");
            var form = Form.open(NIMBUS, mail.link());
            assertThat(form.set(member.userName(), FRESH, FRESH).status()).isEqualTo(303);
            assertThat(Browser.at(NIMBUS).signIn(member.userName(), FRESH).status())
                    .isEqualTo(303);
        }
    }

    @Test
    @DisplayName("B2-3: the link sets the password of its own member; another user name is an error at its field")
    void another_user_name_is_told() {
        var member = people.somebody(AURORA);
        var other = people.somebody(AURORA);
        var form = asked(AURORA, member);
        var answer = form.set(other.userName(), FRESH, FRESH);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"userName-error\"", "Este enlace no es de ese usuario");
        assertThat(form.set("", FRESH, FRESH).body()).contains("Escribe tu nombre de usuario");
        assertThat(Browser.at(AURORA).signIn(other.userName(), Tenant.PASSWORD).status())
                .isEqualTo(303);
        assertThat(form.set(member.email(), FRESH, FRESH).status())
                .as("with the address")
                .isEqualTo(303);
    }

    @Test
    @DisplayName(
            "T09: a link that is empty, used, expired, another organization's or a wrong purpose's changes nothing and says so")
    void a_link_that_is_worth_nothing() {
        var member = people.somebody(AURORA);
        var used = asked(AURORA, member);
        assertThat(used.set(member.userName(), FRESH, FRESH).status()).isEqualTo(303);
        refused(AURORA, "used", used.token(), member);

        var expired = people.somebody(AURORA);
        var late = asked(AURORA, expired);
        Rows.list("update lienzo.account_link set ends_at = now() where member_id = ?", expired.id());
        refused(AURORA, "expired", late.token(), expired);

        var foreign = people.somebody(AURORA);
        var token = asked(AURORA, foreign).token();
        people.make(NIMBUS, foreign.userName(), OrganizationRole.MEMBER, Tenant.PASSWORD);
        refused(NIMBUS, "of another organization", token, foreign);

        refused(AURORA, "empty", "", foreign);
        refused(AURORA, "never given", "0".repeat(43), foreign);
        refused(AURORA, "long", "A".repeat(5_000), foreign);
        refused(AURORA, "with NUL", "%00" + "A".repeat(40), foreign);

        var changing = people.somebody(AURORA);
        people.run(AURORA, () -> people.recovery().confirmEmail(people.as(AURORA, changing), changing.id(), fresh()));
        var email = Rows.list("select 1 from lienzo.account_link where member_id = ?", changing.id());
        assertThat(email).hasSize(1);
        assertThat(Form.open(AURORA, "https://aurora.localhost/confirm-email/" + token)
                        .shown()
                        .status())
                .as("a link for a password, where an address is confirmed")
                .isEqualTo(410);
    }

    @Test
    @DisplayName("A04, T09: unused links die when the password or the address changes, and when the member leaves")
    void unused_links_die() {
        var changed = people.somebody(AURORA);
        var first = asked(AURORA, changed);
        people.givePassword(AURORA, changed.id(), FRESH, false);
        refused(AURORA, "password changed", first.token(), changed);

        var moved = people.somebody(AURORA);
        var second = asked(AURORA, moved);
        people.run(AURORA, () -> people.accounts().changeEmail(Actor.SYSTEM, moved.id(), fresh(), null));
        refused(AURORA, "address changed", second.token(), moved);

        var off = people.somebody(AURORA);
        var third = asked(AURORA, off);
        people.run(AURORA, () -> people.accounts().deactivate(Actor.SYSTEM, off.id()));
        refused(AURORA, "deactivated", third.token(), off);
        people.run(AURORA, () -> people.accounts().activate(Actor.SYSTEM, off.id()));
        refused(AURORA, "and activated again", third.token(), off);

        var gone = people.somebody(AURORA);
        var fourth = asked(AURORA, gone);
        people.run(AURORA, () -> people.accounts().remove(Actor.SYSTEM, gone.id()));
        refused(AURORA, "removed", fourth.token(), gone);
    }

    @Test
    @DisplayName("T09: of many who use a link at once one wins, and one password is set")
    void one_of_many_wins() throws Exception {
        var member = people.somebody(AURORA);
        var token = asked(AURORA, member).token();
        int many = 6;
        var tries = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < many; i++) {
            var password = FRESH + i;
            var form = new Form(
                    Browser.at(AURORA), "/set-password", token, new Wire.Answer(200, java.util.Map.of(), new byte[0]));
            tries.add(() -> form.set(member.userName(), password, password).status());
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(many)) {
            for (var done : threads.invokeAll(tries)) statuses.add(done.get());
        }
        assertThat(statuses).containsOnlyOnce(303).containsOnly(303, 410);
        assertThat(Browser.at(AURORA)
                        .signIn(member.userName(), FRESH + statuses.indexOf(303))
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName(
            "A12: looking at a link uses nothing up; its secret is in the address once, and in no log, trail, job or outbox")
    void a_link_is_a_secret() {
        var heard = new ConcurrentLinkedQueue<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                heard.add(record.getMessage() + java.util.Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listener);
        try {
            var member = people.somebody(AURORA);
            ask(AURORA, member.userName());
            var link = MailServer.await(member.email()).link();
            var path = URI.create(link).getRawPath();
            var token = path.substring(path.lastIndexOf('/') + 1);
            assertThat(token).hasSize(43);
            for (int i = 0; i < 5; i++) {
                var scanned = Wire.to(AURORA, "GET", path).send();
                assertThat(scanned.status()).isEqualTo(303);
                assertThat(scanned.header("Location")).isEqualTo("/set-password");
                assertThat(scanned.header("Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(scanned.header("Cache-Control")).isEqualTo("no-store");
                assertThat(scanned.header("Set-Cookie"))
                        .startsWith("__Host-link=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax");
                assertThat(Wire.to(AURORA, "HEAD", path).send().status()).isLessThan(500);
            }
            var form = Form.open(AURORA, link);
            assertThat(form.shown().body()).contains("action=\"/set-password\"");
            assertThat(form.browser()
                            .post("/password-strength", "password=" + FRESH + "&userName=" + member.userName())
                            .status())
                    .isEqualTo(200);
            assertThat(form.set("nobody", FRESH, FRESH).status()).isEqualTo(422);
            assertThat(form.set(member.userName(), FRESH, FRESH).status()).isEqualTo(303);
            assertThat(form.browser().cookie("__Host-link")).isNull();
            until(() -> MailServer.to(member.email()).size() == 2);
            assertThat(heard).noneMatch(line -> line.contains(token) || line.contains(FRESH));
            for (var secret : List.of(token, FRESH)) {
                for (var table : Rows.tenantTables()) {
                    if (table.equals("captured_mail")) continue;
                    assertThat(Rows.list(
                                    "select 1 from lienzo." + table + " t where t::text like ?", "%" + secret + "%"))
                            .as(table)
                            .isEmpty();
                }
                assertThat(Rows.list(
                                "select 1 from platform.scheduled_tasks where position(convert_to(?, 'UTF8') in task_data) > 0",
                                secret))
                        .isEmpty();
            }
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    @Test
    @DisplayName("T01: whatever host a request claims, the mail's links lead to the organization's own")
    void links_come_from_the_database() {
        var member = people.somebody(AURORA);
        var browser = Browser.at(AURORA);
        var form = "form-token=" + Browser.encoded(browser.token()) + "&userName=" + Browser.encoded(member.userName());
        var answer = browser.request("POST", "/forgot")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .header("X-Original-Host", "evil.example")
                .header("X-Forwarded-Proto", "ftp")
                .from(address())
                .form(form)
                .send();
        assertThat(answer.status()).isEqualTo(303);
        var mail = MailServer.await(member.email());
        assertThat(mail.link()).startsWith("https://aurora.localhost/set-password/");
        assertThat(mail.html() + mail.text()).doesNotContain("evil");

        int before = MailServer.all().size();
        for (var request : List.of(
                Wire.bare("POST", "/forgot").header("Host", "evil.example"),
                Wire.bare("POST", "http://evil.example/forgot").header("Host", "evil.example"),
                Wire.to(AURORA, "POST", "/forgot").header("Host", "evil.example"))) {
            var refused =
                    request.header("Cookie", browser.cookieHeader()).form(form).send();
            assertThat(refused.status()).isIn(400, 403, 404, 421);
        }
        assertThat(MailServer.to(member.email())).hasSize(1);
        assertThat(MailServer.all().size()).isGreaterThanOrEqualTo(before);
    }

    @Test
    @DisplayName(
            "A01: asking for a link is answered the same in the same time, whether or not there is such an account")
    void the_answer_tells_nothing() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        var one = people.somebody(AURORA);
        var browser = Browser.at(AURORA);
        askFrom(browser, one.userName());
        for (int i = 0; i < 20; i++) {
            known.add(nanos(browser, one.userName()));
            unknown.add(nanos(browser, "nobody-" + UUID.randomUUID()));
        }
        var answer = askFrom(browser, one.userName());
        var other = askFrom(browser, "nobody-" + UUID.randomUUID() + "@example.com");
        assertThat(answer.status()).isEqualTo(other.status()).isEqualTo(303);
        assertThat(answer.headers()).isEqualTo(other.headers());
        assertThat(answer.body()).isEqualTo(other.body());
        Collections.sort(known);
        Collections.sort(unknown);
        assertThat(known.getFirst()).isLessThan(unknown.getLast());
        assertThat(unknown.getFirst()).isLessThan(known.getLast());
        double ratio = (double) known.get(10) / unknown.get(10);
        assertThat(ratio).as("%s %s", known, unknown).isBetween(0.33, 3.0);
    }

    @Test
    @DisplayName(
            "A02: fifty requests for one mailbox from fifty addresses are five mails, and the right person is not locked out")
    void a_mailbox_is_not_flooded() {
        var member = people.somebody(AURORA);
        for (int i = 0; i < 50; i++) ask(AURORA, i % 2 == 0 ? member.userName() : member.email());
        until(() -> requestsLeft() == 0);
        assertThat(Rows.list("select 1 from lienzo.account_link where member_id = ?", member.id()))
                .hasSize(5);
        until(() -> MailServer.to(member.email()).size() == 5);

        assertThat(Browser.at(AURORA).signIn(member.userName(), Tenant.PASSWORD).status())
                .isEqualTo(303);
        var form = Form.open(AURORA, MailServer.to(member.email()).getFirst().link());
        assertThat(form.set(member.userName(), FRESH, FRESH).status())
                .as("the first link, after all the others")
                .isEqualTo(303);
        // Whoever used a link has shown that the mailbox is his, so he can forget it again.
        ask(AURORA, member.userName());
        until(() -> MailServer.to(member.email()).stream()
                        .filter(mail -> mail.subject().contains("enlace"))
                        .count()
                == 6);
    }

    @Test
    @DisplayName("A02: one address that asks and asks is told to wait, and for how long")
    void an_address_has_to_wait() {
        var browser = Browser.at(AURORA);
        var address = address();
        var statuses = new ArrayList<Integer>();
        Wire.Answer last = null;
        for (int i = 0; i < 35; i++) {
            last = post(browser, address, "nobody-" + i);
            statuses.add(last.status());
        }
        assertThat(statuses.subList(0, 30)).containsOnly(303);
        assertThat(statuses.subList(31, 35)).containsOnly(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 900);
        assertThat(last.body()).contains("Demasiadas peticiones", "value=\"nobody-34\"");
        assertThat(post(browser, address(), "nobody").status()).isEqualTo(303);
        assertThat(post(browser, address(), "   ").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("B2-3: who comes by single sign-on only is told so, and gets no link that would not let him in")
    void single_sign_on_has_no_password_here() {
        var member = people.make(AURORA, ByProviderOnly.PREFIX + UUID.randomUUID(), OrganizationRole.MEMBER, null);
        ask(AURORA, member.userName());
        var mail = MailServer.await(member.email());
        assertThat(mail.link()).isEqualTo("https://aurora.localhost/sign-in");
        assertThat(mail.text()).contains(member.userName(), "con la cuenta de tu organización");
        people.welcome(AURORA, member);
        var welcome = MailServer.await(member.email(), found -> found.subject().contains("lista"));
        assertThat(welcome.link()).isEqualTo("https://aurora.localhost/sign-in");
        assertThat(Rows.list(
                        "select 1 from lienzo.account_link where member_id = ? and used_at is null and ends_at > now()",
                        member.id()))
                .as("links that open something")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A04: a new password by a link ends all sessions that were, and the person is told when and from where")
    void a_new_password_ends_sessions() {
        var member = people.somebody(AURORA);
        var elsewhere = Browser.signedIn(AURORA, member.userName());
        var program = AURORA.token(member.userName());
        var form = asked(AURORA, member);
        assertThat(form.set(member.userName(), FRESH, FRESH).status()).isEqualTo(303);
        assertThat(elsewhere.get("/profile").status()).isEqualTo(303);
        AURORA.with(program).get("/api/v1/me").then().statusCode(401);
        assertThat(form.browser().get("/profile").status()).isEqualTo(200);
        var notice = MailServer.await(member.email(), mail -> mail.subject().contains("ha cambiado"));
        assertThat(notice.text()).contains("127.0.0.1", "(UTC)");
        assertThat(notice.link()).isEqualTo("https://aurora.localhost/forgot");
        assertThat(trail(member)).contains("password-reset-asked", "password-changed", "signed-in");
    }

    @Test
    @DisplayName("A04: changing one's own password ends the other sessions and keeps this one; guesses are few")
    void ones_own_password() {
        var member = people.somebody(AURORA);
        var here = Browser.signedIn(AURORA, member.userName());
        var there = Browser.signedIn(AURORA, member.userName());
        var link = asked(AURORA, member);
        assertThat(change(here, "Wrong2026password", FRESH).body()).contains("La contraseña actual no es correcta");
        assertThat(change(here, Tenant.PASSWORD, "short").body()).contains("Usa al menos 10 caracteres.");
        assertThat(change(here, Tenant.PASSWORD, FRESH).status()).isEqualTo(303);
        assertThat(here.get("/profile/password?saved=1").body()).contains("Contraseña cambiada");
        assertThat(there.get("/profile").status()).isEqualTo(303);
        refused(AURORA, "password changed", link.token(), member);
        MailServer.await(member.email(), mail -> mail.subject().contains("ha cambiado"));

        var thief = Browser.at(AURORA);
        thief.signIn(member.userName(), FRESH);
        thief.get("/profile");
        for (int i = 0; i < 5; i++)
            assertThat(change(thief, "Guess2026number" + i, "Other2026word").status())
                    .isEqualTo(422);
        var bounded = change(thief, FRESH, "Other2026word");
        assertThat(bounded.status()).isEqualTo(429);
        assertThat(bounded.header("Retry-After")).isEqualTo("900");
        assertThat(change(here, FRESH, "Other2026word").status())
                .as("the right person, from his own session")
                .isEqualTo(303);
    }

    @Test
    @DisplayName("B2-1: who was given a password by somebody else chooses his own before he is in")
    void a_given_password_is_replaced() {
        var member = people.somebody(AURORA);
        people.givePassword(AURORA, member.id(), "Given2026word", true);
        var browser = Browser.at(AURORA);
        var in = browser.post(
                "/sign-in",
                "userName=" + member.userName() + "&password=Given2026word&next=" + Browser.encoded("/profile/access"));
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location")).isEqualTo("/sign-in/new-password?next=%2Fprofile%2Faccess");
        assertThat(browser.get("/profile").status()).as("not in yet").isEqualTo(303);
        assertThat(browser.get(in.header("Location")).body()).contains("Elige tu propia contraseña");
        var step = "/sign-in/new-password";
        assertThat(browser.post(step, "password=short&repeat=short").status()).isEqualTo(422);
        assertThat(browser.post(step, "password=Given2026word&repeat=Given2026word")
                        .body())
                .contains("distinta de la que te dieron");
        var before = browser.cookie("__Host-session");
        var done = browser.post(
                step, "password=" + FRESH + "&repeat=" + FRESH + "&next=" + Browser.encoded("/profile/access"));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/profile/access");
        assertThat(browser.cookie("__Host-session")).isNotEqualTo(before);
        assertThat(browser.get("/profile").status()).isEqualTo(200);
        assertThat(Browser.at(AURORA).signIn(member.userName(), FRESH).header("Location"))
                .isEqualTo("/");
        assertThat(Browser.at(AURORA).get(step).header("Location")).isEqualTo("/sign-in");
    }

    @Test
    @DisplayName(
            "A04: a new address counts once its owner pressed the button; then both addresses are told and sessions end")
    void a_new_address_is_confirmed() {
        var member = people.somebody(AURORA);
        var elsewhere = Browser.signedIn(AURORA, member.userName());
        var here = Browser.signedIn(AURORA, member.userName());
        var now = fresh();
        people.run(AURORA, () -> people.recovery().confirmEmail(people.as(AURORA, member), member.id(), now));
        var mail = MailServer.await(now);
        assertThat(mail.text()).contains(member.userName(), now);
        var form = Form.open(here, mail.link());
        assertThat(form.shown().body()).contains(now, member.userName());
        assertThat(email(member)).as("looked at, not confirmed").isEqualTo(member.email());
        assertThat(people.in(AURORA, () -> people.recovery().pendingEmail(member.id()))
                        .orElseThrow()
                        .address())
                .isEqualTo(now);

        assertThat(form.confirm().header("Location")).isEqualTo("/confirm-email/done");
        assertThat(here.get("/confirm-email/done").body()).contains("Dirección confirmada");
        assertThat(email(member)).isEqualTo(now);
        assertThat(here.get("/profile").status())
                .as("the browser it was confirmed in")
                .isEqualTo(200);
        assertThat(elsewhere.get("/profile").status()).isEqualTo(303);
        for (var address : List.of(member.email(), now))
            assertThat(MailServer.await(address, found -> found.subject().contains("ha cambiado"))
                            .text())
                    .contains(member.email(), now);
        assertThat(form.confirm().status()).as("a second time").isEqualTo(410);
        assertThat(people.in(AURORA, () -> people.recovery().pendingEmail(member.id())))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "T05: a new address is asked for by oneself or by whoever manages people and stands as high; it can be given up")
    void who_may_ask_for_a_new_address() {
        var member = people.somebody(AURORA);
        var other = people.as(AURORA, people.somebody(AURORA));
        var admin = people.as(
                AURORA,
                people.make(AURORA, "admin-" + UUID.randomUUID(), OrganizationRole.USER_ADMIN, Tenant.PASSWORD));
        var owner = people.make(AURORA, "owner-" + UUID.randomUUID(), OrganizationRole.OWNER, Tenant.PASSWORD);
        says("not-found", () -> people.recovery().confirmEmail(other, member.id(), fresh()));
        says("not-found", () -> people.recovery().cancelEmail(other, member.id()));
        says("level-above", () -> people.recovery().confirmEmail(admin, owner.id(), fresh()));
        says("not-found", () -> people.recovery().confirmEmail(admin, UUID.randomUUID(), fresh()));
        says("email-invalid", () -> people.recovery().confirmEmail(admin, member.id(), "no@address@x"));
        says("email-same", () -> people.recovery().confirmEmail(admin, member.id(), member.email()));
        says("email-taken", () -> people.recovery().confirmEmail(admin, member.id(), owner.email()));
        var wanted = fresh();
        people.run(AURORA, () -> people.recovery().confirmEmail(admin, member.id(), wanted));
        var link = MailServer.await(wanted).link();
        people.run(AURORA, () -> people.recovery().cancelEmail(people.as(AURORA, member), member.id()));
        assertThat(Form.open(AURORA, link).confirm().status()).isEqualTo(410);
        says("not-found", () -> people.recovery().cancelEmail(admin, member.id()));
        for (int i = 0; i < 4; i++)
            people.run(AURORA, () -> people.recovery().confirmEmail(admin, member.id(), fresh()));
        says("recovery-mails-too-many", () -> people.recovery().confirmEmail(admin, member.id(), fresh()));
        people.run(AURORA, () -> people.accounts().deactivate(Actor.SYSTEM, owner.id()));
    }

    @Test
    @DisplayName("B2-4: who gets another level is told which it was and which it is")
    void a_new_level_is_told() {
        var member = people.somebody(NIMBUS);
        var boss = people.make(NIMBUS, "owner-" + UUID.randomUUID(), OrganizationRole.OWNER, Tenant.PASSWORD);
        people.run(
                NIMBUS,
                () -> people.accounts().changeLevel(people.as(NIMBUS, boss), member.id(), OrganizationRole.USER_ADMIN));
        assertThat(MailServer.await(member.email()).html())
                .contains("<strong style=\"font-weight:700\">Miembro<", ">Administrador de usuarios<");
        people.run(NIMBUS, () -> people.accounts().deactivate(Actor.SYSTEM, boss.id()));
    }

    @Test
    @DisplayName("B2-3: the meter advises within milliseconds and never blocks, also for what is far too long")
    void the_meter_advises() {
        var browser = Browser.at(AURORA);
        assertThat(browser.post("/password-strength", "password=Abcdefghi1").body())
                .contains("strength s");
        assertThat(browser.post("/password-strength", "password=password").body())
                .contains("s0", "muy baja");
        assertThat(browser.post("/password-strength", "password=rv7Kqz-woltW-93mUnd")
                        .body())
                .contains("s4");
        assertThat(browser.post("/password-strength", "password=" + "aA1".repeat(30_000))
                        .status())
                .isEqualTo(200);
        assertThat(browser.post("/password-strength", "").status()).isIn(200, 204);
    }

    private void refused(Tenant tenant, String why, String token, MemberView member) {
        var before =
                Rows.list("select coalesce(password_hash, '') || email from lienzo.member where id = ?", member.id());
        var form = Form.open(tenant, "https://x/set-password/" + token);
        assertThat(form.shown().status()).as(why).isEqualTo(410);
        assertThat(form.shown().body()).as(why).contains("href=\"/forgot\"").doesNotContain("name=\"password\"");
        var answer = form.set(member.userName(), "Stolen2026word", "Stolen2026word");
        assertThat(answer.status()).as(why).isEqualTo(410);
        assertThat(answer.cookie("__Host-session")).as(why).isNull();
        assertThat(Rows.list(
                        "select coalesce(password_hash, '') || email from lienzo.member where id = ?", member.id()))
                .as(why)
                .isEqualTo(before);
    }

    private void says(String code, Runnable work) {
        assertThatThrownBy(() -> people.run(AURORA, work))
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    private Form asked(Tenant tenant, MemberView member) {
        ask(tenant, member.userName());
        return Form.open(
                tenant,
                MailServer.await(member.email(), mail -> mail.html().contains("/set-password/"))
                        .link());
    }

    private static void ask(Tenant tenant, String userName) {
        assertThat(askFrom(Browser.at(tenant), userName).status()).isEqualTo(303);
    }

    private static Wire.Answer askFrom(Browser browser, String userName) {
        return post(browser, address(), userName);
    }

    private static Wire.Answer post(Browser browser, String address, String userName) {
        return browser.request("POST", "/forgot")
                .from(address)
                .form("form-token=" + Browser.encoded(browser.token()) + "&userName=" + Browser.encoded(userName))
                .send();
    }

    private static Wire.Answer change(Browser browser, String current, String password) {
        return browser.post(
                "/profile/password", "current=" + current + "&password=" + password + "&repeat=" + password);
    }

    private static long nanos(Browser browser, String userName) {
        var address = address();
        long start = System.nanoTime();
        assertThat(post(browser, address, userName).status()).isEqualTo(303);
        return System.nanoTime() - start;
    }

    /// Each from an address of its own.
    private static String address() {
        int number = ADDRESSES.incrementAndGet();
        return "127.9." + number / 250 + "." + (1 + number % 250);
    }

    private static String fresh() {
        return "fresh-" + UUID.randomUUID() + "@example.com";
    }

    private static String email(MemberView member) {
        return Rows.one("select email from lienzo.member where id = ?", member.id());
    }

    private static List<String> trail(MemberView member) {
        return Rows.list(
                "select action from lienzo.audit_entry where subject_id = ? or member_id = ?",
                member.id(),
                member.id());
    }

    private static int requestsLeft() {
        return Integer.parseInt(Rows.one(
                "select count(*) from platform.scheduled_tasks where position('FindAccount'::bytea in task_data) > 0"));
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}

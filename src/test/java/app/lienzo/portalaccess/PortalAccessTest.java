package app.lienzo.portalaccess;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.contacts.ContactAdded;
import app.lienzo.contacts.ContactBlocked;
import app.lienzo.contacts.ContactEmailsChanged;
import app.lienzo.contacts.ContactRemoved;
import app.lienzo.contacts.ContactSource;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How contacts come in to the portal of their space, and who does not.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalAccessTest {
    private static final String FRESH = "Fresco2026clave";
    private static final String PORTAL = "/portal/principal";

    @Inject
    Event<Object> events;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName(
            "FD-4, SO-2: the activation mail carries a link that verifies the address, sets a password and signs in, in the words of the space")
    void an_activation() {
        var customer = Customer.known(AURORA, "principal");
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.post("/contacts/" + customer.id() + "/portal/activation", "")
                        .status())
                .isEqualTo(303);
        var mail = MailServer.await(customer.email());
        assertThat(mail.subject()).isEqualTo("Activa tu acceso al portal de clientes de Principal");
        assertThat(mail.text()).contains("7 días", customer.email(), "/portal/principal/sign-in");
        assertThat(mail.link()).startsWith("https://aurora.localhost/portal/principal/set-password/");

        var form = Form.open(Browser.at(AURORA), mail.link());
        assertThat(form.shown().status()).isEqualTo(200);
        assertThat(form.shown().body()).contains("value=\"" + customer.email() + "\"", "portal de clientes");
        assertThat(form.set("corta", "corta").status()).isEqualTo(422);
        var answer = form.set(FRESH, FRESH);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(PORTAL + "/tickets");
        assertThat(answer.all("set-cookie").toString())
                .contains("__Host-portal=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(in(form.browser())).isTrue();
        assertThat(Rows.one(
                        "select verified_at is not null from lienzo.contact_email where contact_id = ?::uuid",
                        customer.id()))
                .isEqualTo("t");
        refused(AURORA, PORTAL, form.token(), "a second time");
        assertThat(customer.signIn(at(AURORA), FRESH).status()).isEqualTo(303);
    }

    @Test
    @DisplayName(
            "FD-4, SO-3: whoever is added by hand gets the activation mail by itself; who is imported or wrote in does not")
    void who_is_added_by_hand_is_invited() {
        for (var source : ContactSource.values()) {
            var customer = Customer.known(AURORA, "segundo");
            tell(new ContactAdded(UUID.fromString(customer.id()), source));
            assertThat(Rows.list("select 1 from lienzo.portal_link where contact_id = ?::uuid", customer.id()))
                    .as("%s", source)
                    .hasSize(source == ContactSource.FORM ? 1 : 0);
            if (source == ContactSource.FORM)
                assertThat(MailServer.await(customer.email()).link()).contains("/portal/segundo/set-password/");
        }
    }

    @Test
    @DisplayName(
            "T12, T09: with the word that a contact is blocked or removed his sessions and links end; with other addresses only his links")
    void what_is_told_of_a_contact_ends_his_access() {
        for (var blocked : List.of(true, false)) {
            var customer = Customer.active(AURORA, "principal");
            customer.browser();
            var id = UUID.fromString(customer.id());
            tell(new ContactAdded(id, ContactSource.FORM));
            tell(new ContactEmailsChanged(id, Set.of()));
            assertThat(Rows.list("select 1 from lienzo.portal_link where contact_id = ? and ends_at > now()", id))
                    .isEmpty();
            assertThat(Rows.list("select 1 from lienzo.portal_session where contact_id = ?", id))
                    .hasSize(1);
            tell(blocked ? new ContactBlocked(id) : new ContactRemoved(id));
            assertThat(Rows.list("select 1 from lienzo.portal_session where contact_id = ?", id))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName(
            "A04: whoever loses an address is signed out, and a password set from that mailbox opens nothing any more; one more address leaves him in")
    void who_loses_an_address_is_signed_out() {
        var customer = Customer.known(AURORA, "principal");
        var link = invited(Browser.signedIn(AURORA, "agent"), customer);
        var browser = Browser.at(AURORA);
        browser.get(PORTAL + "/set-password/" + link);
        browser.get(PORTAL + "/set-password");
        browser.post(PORTAL + "/set-password", "token=" + link + "&password=" + FRESH + "&repeat=" + FRESH);
        assertThat(in(browser)).isTrue();

        var other = "otra-" + customer.email();
        addresses(customer, List.of(customer.email(), other));
        assertThat(in(browser)).as("one more").isTrue();
        addresses(customer, List.of(other));
        assertThat(in(browser)).as("the first one lost").isFalse();
        for (var email : List.of(customer.email(), other))
            assertThat(new Customer(AURORA, "principal", customer.id(), email)
                            .signIn(at(AURORA), FRESH)
                            .status())
                    .as(email)
                    .isEqualTo(422);

        at(AURORA).post(PORTAL + "/forgot", "email=" + other);
        var form = Form.open(at(AURORA), MailServer.await(other).link());
        assertThat(form.set(FRESH, FRESH).status()).isEqualTo(303);
        assertThat(in(form.browser())).isTrue();
    }

    @Test
    @DisplayName(
            "A04: an address that a contact cannot sign in with any more is told so there, in his language and with whom to ask; it learns neither his name nor the new one")
    void an_address_that_was_taken_is_told() {
        var customer = Customer.active(NIMBUS, "principal");
        var without = Customer.known(AURORA, "principal");
        var active = Customer.active(AURORA, "principal");
        var fresh = "nueva-" + active.email();
        addresses(without, List.of("nueva-" + without.email()));
        addresses(active, List.of(active.email(), fresh));
        addresses(active, List.of(fresh));
        addresses(customer, List.of("new-" + customer.email()));

        var mail = MailServer.await(active.email());
        assertThat(mail.subject()).isEqualTo(active.email() + " ya no abre el portal de clientes de Principal");
        assertThat(mail.text())
                .contains("pregunta al equipo de Principal")
                .doesNotContain("Inés", fresh, "/set-password", "/sign-in");
        assertThat(mail.html()).doesNotContain("Inés", fresh);
        assertThat(MailServer.await(customer.email()).subject())
                .isEqualTo(customer.email() + " no longer opens the service portal of Main desk");
        for (var nobody : List.of(fresh, without.email(), "nueva-" + without.email(), "new-" + customer.email()))
            assertThat(MailServer.to(nobody)).as(nobody).isEmpty();
    }

    private static void addresses(Customer customer, List<String> emails) {
        customer.tenant()
                .owner()
                .contentType("application/json")
                .body(Map.of("emails", emails))
                .patch("/api/v1/contacts/" + customer.id())
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("SO-2: the mail of a space that speaks of users says so")
    void an_activation_in_the_words_of_internal_it() {
        var user = Customer.known(NIMBUS, "principal");
        Browser.signedIn(NIMBUS, "agent").post("/contacts/" + user.id() + "/portal/activation", "");
        var mail = MailServer.await(user.email());
        assertThat(mail.subject()).startsWith("Activate your access to the service portal of ");
        assertThat(mail.text()).contains("service portal").doesNotContain("customer");
        assertThat(Browser.at(NIMBUS).get("/portal/principal/sign-in").body()).contains("service portal");
    }

    @Test
    @DisplayName(
            "T09: a link that is used, replaced, expired, another organization's or space's, or of an address that is not his any more changes nothing")
    void a_link_that_is_worth_nothing() {
        var replaced = Customer.known(AURORA, "principal");
        var agent = Browser.signedIn(AURORA, "agent");
        var first = invited(agent, replaced);
        agent.get("/profile");
        agent.post("/contacts/" + replaced.id() + "/portal/activation", "");
        refused(AURORA, PORTAL, first, "replaced by a newer one");

        var expired = Customer.known(AURORA, "principal");
        var late = invited(agent, expired);
        Rows.list("update lienzo.portal_link set ends_at = now() where contact_id = ?::uuid", expired.id());
        refused(AURORA, PORTAL, late, "expired");

        var foreign = Customer.known(AURORA, "principal");
        var token = invited(agent, foreign);
        refused(NIMBUS, PORTAL, token, "another organization's");
        refused(AURORA, "/portal/segundo", token, "another space's");
        refused(AURORA, PORTAL, "", "empty");
        refused(AURORA, PORTAL, "0".repeat(43), "never given");

        Rows.list(
                "update lienzo.contact_email set address = address || '.mx' where contact_id = ?::uuid", foreign.id());
        refused(AURORA, PORTAL, token, "another address");

        var blocked = Customer.known(AURORA, "principal");
        var stopped = invited(agent, blocked);
        Rows.list("update lienzo.contact set blocked_at = now() where id = ?::uuid", blocked.id());
        refused(AURORA, PORTAL, stopped, "blocked");
    }

    @Test
    @DisplayName("T09: links are kept hashed, and no token stands in the trail")
    void tokens_are_hashed() {
        var customer = Customer.known(AURORA, "principal");
        var token = invited(Browser.signedIn(AURORA, "agent"), customer);
        for (var table : List.of("portal_link", "portal_access", "portal_session", "audit_entry"))
            assertThat(Rows.list("select 1 from lienzo." + table + " t where t::text like ?", "%" + token + "%"))
                    .as(table)
                    .isEmpty();
    }

    @Test
    @DisplayName(
            "SO-8: a technician gives a temporary password that is shown once and opens nothing but the page where it is changed")
    void a_temporary_password() {
        var customer = Customer.active(AURORA, "principal");
        var signedIn = customer.browser();
        var agent = Browser.signedIn(AURORA, "agent");
        var page = agent.post("/contacts/" + customer.id() + "/portal/password", "");
        assertThat(page.status()).isEqualTo(200);
        var temporary = page.body().replaceAll("(?s).*<code id=\"given\">([^<]+)</code>.*", "$1");
        assertThat(temporary).hasSize(14);
        assertThat(in(signedIn)).as("his sessions end").isFalse();
        assertThat(customer.signIn(at(AURORA), Tenant.PASSWORD).status())
                .as("the password before")
                .isEqualTo(422);

        var browser = at(AURORA);
        var answer = customer.signIn(browser, temporary);
        assertThat(answer.header("Location")).startsWith(PORTAL + "/sign-in/new-password");
        assertThat(in(browser)).as("before it is changed").isFalse();
        browser.get(PORTAL + "/sign-in/new-password");
        assertThat(replaced(browser, temporary).status()).as("the same again").isEqualTo(422);
        assertThat(replaced(browser, FRESH).header("Location")).isEqualTo(PORTAL + "/tickets");
        assertThat(in(browser)).isTrue();
        assertThat(customer.signIn(at(AURORA), temporary).status()).isEqualTo(422);
        assertThat(customer.signIn(at(AURORA), FRESH).status()).isEqualTo(303);
    }

    @Test
    @DisplayName("SO-8, SO-6: a temporary password can be mailed, and is worth nothing when its time is over")
    void a_mailed_temporary_password() {
        var customer = Customer.known(NIMBUS, "principal");
        var agent = Browser.signedIn(NIMBUS, "agent");
        assertThat(agent.post("/contacts/" + customer.id() + "/portal/password", "mailed=1")
                        .status())
                .isEqualTo(303);
        var mail = MailServer.await(customer.email());
        var temporary = mail.text().replaceAll("(?s).*\\b(\\w{4}-\\w{4}-\\w{4})\\b.*", "$1");
        assertThat(mail.subject()).contains("service portal");
        assertThat(mail.text()).contains("3 days");
        Rows.list("update lienzo.portal_access set temporary_until = now() where contact_id = ?::uuid", customer.id());
        assertThat(customer.signIn(at(NIMBUS), temporary).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("SO-8: a customer who forgot his password asks for a link, and all his sessions end when he uses it")
    void a_forgotten_password() {
        var customer = Customer.active(AURORA, "principal");
        var elsewhere = customer.browser();
        var browser = at(AURORA);
        assertThat(browser.post(PORTAL + "/forgot", "email=" + customer.email().toUpperCase(java.util.Locale.ROOT))
                        .header("Location"))
                .isEqualTo(PORTAL + "/forgot/sent");
        var form = Form.open(browser, MailServer.await(customer.email()).link());
        assertThat(form.set(FRESH, FRESH).status()).isEqualTo(303);
        assertThat(in(form.browser())).isTrue();
        assertThat(in(elsewhere)).isFalse();
        assertThat(MailServer.await(customer.email(), mail -> mail.subject().contains("ha cambiado"))
                        .text())
                .contains("127.0.0.1");
    }

    @Test
    @DisplayName(
            "A01: an address that nobody has, a blocked contact and one without access get the answer of a wrong password")
    void the_answer_tells_nothing() {
        var active = Customer.active(AURORA, "principal");
        var blocked = Customer.active(AURORA, "principal");
        Rows.list("update lienzo.contact set blocked_at = now() where id = ?::uuid", blocked.id());
        var without = Customer.known(AURORA, "principal");
        var answers = new ArrayList<String>();
        for (var email : List.of(active.email(), blocked.email(), without.email(), "nadie@example.com")) {
            var answer = at(AURORA)
                    .post(PORTAL + "/sign-in", "email=" + Browser.encoded(email) + "&password=Wrong2026password");
            assertThat(answer.status()).isEqualTo(422);
            answers.add(answer.body().replace(email, "").replaceAll("(value|Token\":)=?\"[^\"]*\"", ""));
            var asked = at(AURORA).post(PORTAL + "/forgot", "email=" + Browser.encoded(email));
            assertThat(asked.header("Location")).isEqualTo(PORTAL + "/forgot/sent");
        }
        assertThat(answers).allMatch(answers.getFirst()::equals);
        MailServer.await(active.email());
        assertThat(MailServer.to(blocked.email())).isEmpty();
        assertThat(MailServer.to("nadie@example.com")).isEmpty();
    }

    @Test
    @DisplayName(
            "A02: who guesses has to wait; who knows the password gets in from elsewhere meanwhile; and a mailbox gets few mails")
    void guessing_is_slow() {
        var customer = Customer.active(AURORA, "principal");
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 12; i++)
            statuses.add(tried(customer, "Wrong2026password" + i, "127.6.0.1").status());
        assertThat(statuses.subList(0, 10)).containsOnly(422);
        assertThat(statuses.subList(10, 12)).containsOnly(429);
        assertThat(tried(customer, Tenant.PASSWORD, "127.6.0.1").header("Retry-After"))
                .isNotEmpty();
        assertThat(tried(customer, Tenant.PASSWORD, "127.6.0.2").status()).isEqualTo(303);

        for (int i = 0; i < 8; i++) {
            var browser = at(AURORA);
            browser.post(PORTAL + "/forgot", "email=" + customer.email());
        }
        MailServer.await(customer.email());
        assertThat(Rows.list("select 1 from lienzo.portal_link where contact_id = ?::uuid", customer.id()))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    @DisplayName(
            "T04, T08: a contact's session counts at the portal of his space and nowhere else, a member's counts for nothing there")
    void a_session_counts_in_one_place() {
        var customer = Customer.active(AURORA, "principal");
        var browser = customer.browser();
        assertThat(in(browser)).isTrue();
        assertThat(browser.get("/portal/segundo/profile").status())
                .as("another space")
                .isEqualTo(303);
        assertThat(browser.get("/console").header("Location"))
                .as("the application")
                .startsWith("/sign-in");
        assertThat(browser.request("GET", "/api/v1/me").send().status()).isEqualTo(401);
        var abroad = Wire.to(NIMBUS, "GET", PORTAL + "/profile")
                .header("Cookie", "__Host-portal=" + browser.cookie("__Host-portal"))
                .send();
        assertThat(abroad.status()).as("another organization").isEqualTo(303);

        var member = Browser.signedIn(AURORA, "owner");
        assertThat(member.get(PORTAL + "/profile").header("Location")).startsWith(PORTAL + "/sign-in");
        var swapped = Wire.to(AURORA, "GET", PORTAL + "/profile")
                .header("Cookie", "__Host-portal=" + member.cookie("__Host-session"))
                .send();
        assertThat(swapped.status()).isEqualTo(303);
        var reversed = Wire.to(AURORA, "GET", "/profile")
                .header("Cookie", "__Host-session=" + browser.cookie("__Host-portal"))
                .send();
        assertThat(reversed.header("Location")).startsWith("/sign-in");
        assertThat(browser.get(PORTAL + "/profile").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("SO-1: one browser can be signed in at the portals of two spaces, each for its own contact")
    void two_portals_of_one_host() {
        var here = Customer.active(AURORA, "principal");
        var there = Customer.active(AURORA, "segundo");
        var browser = here.browser();
        browser.get("/portal/segundo/sign-in");
        assertThat(there.signIn(browser, Tenant.PASSWORD).status()).isEqualTo(303);
        assertThat(browser.get("/portal/segundo/profile").body())
                .contains(there.email())
                .doesNotContain(here.email());
        assertThat(browser.get(PORTAL + "/profile").body())
                .contains(here.email())
                .doesNotContain(there.email());
        browser.post(PORTAL + "/sign-out", "");
        assertThat(in(browser)).isFalse();
        assertThat(browser.get("/portal/segundo/profile").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A05: a sign-in makes a new session, signing out ends it at the server")
    void sessions_begin_and_end() {
        var customer = Customer.active(AURORA, "principal");
        var browser = customer.browser();
        var before = browser.cookie("__Host-portal");
        browser.get(PORTAL + "/profile");
        customer.signIn(browser, Tenant.PASSWORD);
        var after = browser.cookie("__Host-portal");
        assertThat(after).isNotEqualTo(before);
        assertThat(profile(before).status()).as("the one before").isEqualTo(303);
        assertThat(profile(after).status()).isEqualTo(200);
        browser.get(PORTAL + "/profile");
        browser.post(PORTAL + "/sign-out", "");
        assertThat(profile(after).status()).as("signed out").isEqualTo(303);
    }

    @Test
    @DisplayName("T12: who is blocked or removed while signed in is nobody with the next request")
    void blocked_while_signed_in() {
        for (var how : List.of("blocked_at = now()", "removed_at = now()")) {
            var customer = Customer.active(AURORA, "principal");
            var browser = customer.browser();
            assertThat(in(browser)).isTrue();
            Rows.list("update lienzo.contact set " + how + " where id = ?::uuid", customer.id());
            assertThat(in(browser)).as(how).isFalse();
        }
    }

    @Test
    @DisplayName("H03: a form without its token, with another session's or from elsewhere changes nothing")
    void forms_carry_their_token() {
        var customer = Customer.active(AURORA, "principal");
        var browser = customer.browser();
        browser.get(PORTAL + "/profile");
        var other = Customer.active(AURORA, "principal").browser();
        other.get(PORTAL + "/profile");
        var origin = "http://" + AURORA.host();
        var without = browser.request("POST", PORTAL + "/sign-out").header("Origin", origin);
        assertThat(without.form("").send().status()).isEqualTo(403);
        var others = browser.request("POST", PORTAL + "/sign-out").header("Origin", origin);
        assertThat(others.form("form-token=" + Browser.encoded(other.token()))
                        .send()
                        .status())
                .isEqualTo(403);
        var foreign = browser.request("POST", PORTAL + "/sign-out").header("Origin", "https://evil.example");
        assertThat(foreign.form("form-token=" + Browser.encoded(browser.token()))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(in(browser)).isTrue();
    }

    @Test
    @DisplayName("H09: signing in leads to a page of this portal and nowhere else")
    void next_stays_in_the_portal() {
        var customer = Customer.active(AURORA, "principal");
        for (var next : List.of(
                "//evil.example",
                "https:evil.example",
                "/\\evil",
                "/console",
                "/portal/segundo/tickets",
                PORTAL + "/../../console",
                PORTAL + "/%2e%2e/%2E./console")) {
            var browser = at(AURORA);
            var answer = browser.post(
                    PORTAL + "/sign-in",
                    "email=" + customer.email() + "&password=" + Tenant.PASSWORD + "&next=" + Browser.encoded(next));
            assertThat(answer.header("Location")).as(next).isEqualTo(PORTAL + "/tickets");
        }
        var browser = at(AURORA);
        var answer = browser.post(
                PORTAL + "/sign-in",
                "email=" + customer.email() + "&password=" + Tenant.PASSWORD + "&next=" + PORTAL + "/profile");
        assertThat(answer.header("Location")).isEqualTo(PORTAL + "/profile");
    }

    @Test
    @DisplayName("SO-1: a portal that is switched off is not there for anybody, and comes back as it was")
    void a_portal_is_switched_off() {
        var customer = Customer.active(NIMBUS, "segundo");
        var browser = customer.browser();
        var manager = Browser.signedIn(NIMBUS, "manager");
        var space = Rows.one("select id from lienzo.space where tenant_id = ? and slug = 'segundo'", Rows.id(NIMBUS));
        var settings = "/organization/spaces/" + space + "/portal";
        assertThat(manager.get(settings).body()).contains("/portal/segundo");
        try {
            manager.post(settings, "priority=1");
            for (var path : List.of("", "/sign-in", "/forgot", "/set-password"))
                assertThat(browser.get("/portal/segundo" + path).status())
                        .as(path)
                        .isEqualTo(404);
            assertThat(customer.signIn(at(NIMBUS), Tenant.PASSWORD).status()).isEqualTo(404);
        } finally {
            manager.get(settings);
            manager.post(settings, "on=1&priority=1");
        }
        assertThat(browser.get("/portal/segundo/profile").status()).isEqualTo(200);
        assertThat(Browser.signedIn(NIMBUS, "agent").get(settings).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("T06: nobody who works in another space or organization touches a contact's access")
    void access_is_for_the_team_of_the_space() {
        var customer = Customer.active(AURORA, "principal");
        for (var stranger : List.of(Browser.signedIn(AURORA, "agent2"), Browser.signedIn(NIMBUS, "agent")))
            for (var what : List.of("activation", "password", "sign-out"))
                assertThat(stranger.post("/contacts/" + customer.id() + "/portal/" + what, "")
                                .status())
                        .as(what)
                        .isEqualTo(404);
        assertThat(customer.signIn(at(AURORA), Tenant.PASSWORD).status()).isEqualTo(303);
    }

    private void tell(Object event) {
        scope.run(
                organizations.named("aurora").orElseThrow(),
                () -> QuarkusTransaction.requiringNew().run(() -> events.fire(event)));
    }

    private static Browser at(Tenant tenant) {
        var browser = Browser.at(tenant);
        browser.get(PORTAL + "/sign-in");
        return browser;
    }

    private static boolean in(Browser browser) {
        return browser.get(PORTAL + "/sign-in").status() == 303;
    }

    private static Wire.Answer profile(String cookie) {
        return Wire.to(AURORA, "GET", PORTAL + "/profile")
                .header("Cookie", "__Host-portal=" + cookie)
                .send();
    }

    private static Wire.Answer replaced(Browser browser, String password) {
        return browser.post(PORTAL + "/sign-in/new-password", "password=" + password + "&repeat=" + password);
    }

    private static Wire.Answer tried(Customer customer, String password, String from) {
        var browser = at(AURORA);
        return browser.request("POST", PORTAL + "/sign-in")
                .header("Origin", "http://" + AURORA.host())
                .from(from)
                .form("form-token=" + Browser.encoded(browser.token()) + "&email=" + customer.email() + "&password="
                        + password)
                .send();
    }

    private static String invited(Browser agent, Customer customer) {
        agent.get("/profile");
        agent.post("/contacts/" + customer.id() + "/portal/activation", "");
        var path = URI.create(MailServer.await(customer.email()).link()).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void refused(Tenant tenant, String portal, String token, String why) {
        var browser = Browser.at(tenant);
        var page = portal + "/set-password";
        if (!token.isEmpty()) browser.get(page + "/" + token);
        assertThat(browser.get(page).status()).as(why).isEqualTo(410);
        var answer = browser.post(page, "token=" + token + "&password=" + FRESH + "&repeat=" + FRESH);
        assertThat(answer.status()).as(why).isEqualTo(410);
    }

    /// The form that a mailed link opens.
    private record Form(Browser browser, String page, String token, Wire.Answer shown) {
        static Form open(Browser browser, String link) {
            var path = URI.create(link).getRawPath();
            var page = path.substring(0, path.lastIndexOf('/'));
            browser.get(path);
            return new Form(browser, page, path.substring(path.lastIndexOf('/') + 1), browser.get(page));
        }

        Wire.Answer set(String password, String repeat) {
            return browser.post(page, "token=" + token + "&password=" + password + "&repeat=" + repeat);
        }
    }
}

package app.lienzo.tenancy;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Attempt;
import app.lienzo.world.Customer;
import app.lienzo.world.Route;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Things;
import app.lienzo.world.Things.Kind;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every route, every id it takes, every kind of person: an id of somebody else is answered like one that was never
/// given.
/// The routes are read from the compiled product; a new one is attacked by itself, and one with a parameter that
/// [Things]
/// does not know fails until it is named there.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RouteMatrixTest {
    /// A company that an attack made owns a domain, and would take in the contacts of later tests.
    @AfterAll
    static void no_company_owns_a_domain() {
        Rows.list("delete from lienzo.company_domain");
    }

    @Test
    @DisplayName("T05: every parameter of every route is known to the matrix")
    void every_parameter_is_known() {
        var routes = Route.ofOrganizations();
        assertThat(routes).hasSizeGreaterThan(40);
        for (var route : routes)
            assertThat(Attempt.unknownParameters(route))
                    .as("%s: name them in Things", route)
                    .isEmpty();
        assertThat(routes.stream().flatMap(route -> Attempt.slots(route).stream()))
                .hasSizeGreaterThan(25);
    }

    @Test
    @DisplayName(
            "T05, T06: another organization's id is answered like a random one, for everybody and on every route, and nothing there changes")
    void a_foreign_id_is_a_random_id() {
        var foreign = Things.of(NIMBUS);
        var people = people();
        var owns = new LinkedHashMap<String, Things>();
        for (var who : people.keySet()) owns.put(who, Things.of(AURORA_SECOND));
        var before = Rows.fingerprint(NIMBUS);
        var resources = Route.ofOrganizations().stream()
                .collect(groupingBy(route -> route.code().getDeclaringClass().getSimpleName()));
        resources.forEach((resource, routes) -> {
            for (var route : routes)
                for (var slot : Attempt.slots(route))
                    people.forEach((who, person) ->
                            compare(route, slot, who, person, Objects.requireNonNull(owns.get(who)), foreign));
            assertThat(Rows.fingerprint(NIMBUS))
                    .as("%s changed rows of the other organization", resource)
                    .isEqualTo(before);
        });
    }

    @Test
    @DisplayName("T05, T06: so is the id of a space one does not work in, and of everything in it")
    void an_id_of_another_space_is_a_random_id() {
        var foreign = Things.of(AURORA);
        var person = Attempt.Person.signedIn(AURORA, "agent2");
        var before = withoutComings(Rows.fingerprint(AURORA));
        for (var route : Route.ofOrganizations()) {
            for (var slot : Attempt.slots(route)) {
                if (slot.kind() == Kind.CHANNEL_KEY
                        || slot.kind() == Kind.BRAND
                        || slot.kind() == Kind.MEMBER
                        || slot.kind() == Kind.SUPPORT_PLAN
                        || slot.kind() == Kind.SHOWN_MAIL) continue;
                compare(route, slot, "agent of the other space", person, Things.NOTHING, foreign);
            }
        }
        assertThat(withoutComings(Rows.fingerprint(AURORA))).isEqualTo(before);
    }

    @Test
    @DisplayName("T05: what somebody else holds is answered like a random id, on every route")
    void what_a_colleague_holds_is_a_random_id() {
        var held = Things.of(AURORA_SECOND);
        AURORA.agent()
                .post("/api/v1/conversations/" + held.get(Kind.CONVERSATION) + "/holder")
                .then()
                .statusCode(200);
        var person = Attempt.Person.signedIn(AURORA, "agent2");
        for (var route : Route.ofOrganizations()) {
            for (var slot : Attempt.slots(route)) {
                if (slot.kind() != Kind.CONVERSATION && slot.kind() != Kind.FILE) continue;
                // Who comes too late is told who was faster: that is the order, and it names no content.
                if (route.template().endsWith("/holder") && route.verb().equals("POST")) continue;
                compare(route, slot, "colleague", person, Things.NOTHING, held);
            }
        }
    }

    @Test
    @DisplayName(
            "T05: nobody who is not signed in gets an answer from a route that is not open, and no role from one it was not given")
    void closed_routes_are_closed() {
        var anonymous = Attempt.Person.anonymous(AURORA);
        var member = Attempt.Person.signedIn(AURORA, "member");
        var things = Things.of(AURORA);
        var before = withoutComings(Rows.fingerprint(AURORA));
        for (var route : Route.ofOrganizations()) {
            if (route.has(PermitAll.class)) continue;
            var nobody = Attempt.of(route, anonymous, things).send();
            assertThat(nobody.status()).as("%s for nobody", route).isIn(401, 303, 403, 415);
            assertThat(nobody.body()).as("%s for nobody", route).doesNotContain(things.marker());
            if (route.code().getAnnotation(io.quarkus.security.PermissionsAllowed.class) == null
                    && route.code().getDeclaringClass().getAnnotation(io.quarkus.security.PermissionsAllowed.class)
                            == null) continue;
            if (Attempt.needs(route, "OWN_ACCOUNT") || Attempt.needs(route, "PORTAL")) continue;
            var without = Attempt.of(route, member, things).send();
            assertThat(without.status())
                    .as("%s for a member without a space", route)
                    .isIn(403, 404, 415);
            assertThat(without.body()).as("%s for a member", route).doesNotContain(things.marker());
        }
        assertThat(withoutComings(Rows.fingerprint(AURORA))).isEqualTo(before);
    }

    @Test
    @DisplayName("T05, BY-6: a User-Admin who acts on an Owner is refused on every route, and nothing changes")
    void nobody_acts_on_who_stands_above() {
        var admin = Attempt.Person.signedIn(AURORA, "useradmin");
        var owner =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'owner'", Rows.id(AURORA));
        var things = Things.of(AURORA);
        var before = withoutComings(Rows.fingerprint(AURORA));
        int tried = 0;
        for (var route : Route.ofOrganizations()) {
            if (!route.changes() || !Attempt.needs(route, "MEMBERS_MANAGE")) continue;
            for (var slot : Attempt.slots(route)) {
                if (slot.kind() != Kind.MEMBER || !slot.path()) continue;
                var answer = Attempt.of(route, admin, things)
                        .put(slot, owner)
                        // A form has it; a body that does not is refused for that alone.
                        .with(route.page() ? Map.of("confirm", "owner") : Map.of())
                        .send();
                assertThat(answer.status()).as("%s, an Owner", route).isIn(403, 404, 409, 415, 422);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(withoutComings(Rows.fingerprint(AURORA))).isEqualTo(before);
    }

    @Test
    @DisplayName("T10: fields that a form or a body does not have are never stored, whatever they are called")
    void unknown_fields_are_never_stored() {
        var marker = "zz-mass-" + java.util.UUID.randomUUID();
        var roles = Rows.list(
                "select tenant_id || id || organization_role || active || coalesce(user_name, '') from lienzo.member order by 1");
        var places = Rows.list("select tenant_id || space_id || member_id || role from lienzo.space_member order by 1");
        var verified = Rows.list("select id from lienzo.contact where verified order by 1");
        var nimbus = Rows.fingerprint(NIMBUS);
        for (var route : Route.ofOrganizations()) {
            if (!route.changes() || route.body() instanceof Route.Body.None) continue;
            var person = Attempt.Person.signedIn(AURORA, "manager");
            Attempt.of(route, person, Things.of(AURORA)).with(extras(marker)).send();
        }
        for (var table : Rows.tenantTables()) {
            assertThat(Rows.list("select t::text from lienzo." + table + " t where t::text like ?", "%" + marker + "%"))
                    .as(table)
                    .isEmpty();
        }
        assertThat(
                        Rows.list(
                                "select tenant_id || id || organization_role || active || coalesce(user_name, '') from lienzo.member order by 1"))
                .isEqualTo(roles);
        assertThat(Rows.list("select tenant_id || space_id || member_id || role from lienzo.space_member order by 1"))
                .isEqualTo(places);
        assertThat(Rows.list("select id from lienzo.contact where verified order by 1"))
                .isEqualTo(verified);
        assertThat(Rows.fingerprint(NIMBUS)).isEqualTo(nimbus);
    }

    private static Map<String, String> extras(String marker) {
        var extras = new LinkedHashMap<String, String>();
        for (var name : List.of("tenantId", "tenant_id", "tenant", "organization", "organizationId"))
            extras.put(name, Rows.id(NIMBUS));
        for (var name : List.of("role", "organizationRole", "spaceRole")) extras.put(name, "OWNER");
        for (var name :
                List.of("ownerId", "bcc", "smtpHost", "passwordHash", "author", "key", "identitySecret", "preview"))
            extras.put(name, marker);
        extras.put("verified", "true");
        extras.put("version", "99");
        extras.put("active", "false");
        return extras;
    }

    private static void compare(
            Route route, Attempt.Slot slot, String who, Attempt.Person person, Things own, Things foreign) {
        var random = Things.random();
        var value = foreign.get(slot.kind());
        var other = random.get(slot.kind());
        var theirs = Attempt.of(route, person, own).put(slot, value).send();
        var nobodys = Attempt.of(route, person, own).put(slot, other).send();
        assertThat(shape(theirs, value))
                .as("%s, foreign %s, for %s", route, slot, who)
                .isEqualTo(shape(nobodys, other));
        assertThat(theirs.body()).as("%s, foreign %s, for %s", route, slot, who).doesNotContain(foreign.marker());
        assertThat(theirs.status())
                .as("%s, foreign %s, for %s", route, slot, who)
                .isNotEqualTo(500)
                .isNotEqualTo(503);
        if (slot.path())
            assertThat(theirs.status())
                    .as("%s, foreign %s, for %s", route, slot, who)
                    .isBetween(300, 499);
    }

    /// What an answer tells, apart from the id it was asked for and what is new with every answer.
    private static String shape(Wire.Answer answer, String id) {
        var headers = new TreeSet<>(answer.headers().keySet());
        headers.remove("content-length");
        return (answer.status() + " " + headers + " " + answer.header("location") + " " + answer.body())
                .replace(id, "{id}")
                .replaceAll("\"instance\":\"[^\"]*\"", "{instance}")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}(?=</p>)", "{instance}")
                .replaceAll("(?<=<p class=\"sub\">)[^<]*[0-9a-f]{8}-[0-9a-f-]{27}", "{instance}")
                .replaceAll("name=\"form-token\" value=\"[^\"]*\"", "{token}")
                .replaceAll("\"X-Form-Token\":\"[^\"]*\"", "{token}");
    }

    private static Map<String, Attempt.Person> people() {
        var people = new LinkedHashMap<String, Attempt.Person>();
        people.put("owner", Attempt.Person.signedIn(AURORA, "owner"));
        people.put("manager", Attempt.Person.signedIn(AURORA, "manager"));
        people.put("agent", Attempt.Person.signedIn(AURORA, "agent"));
        people.put("user-admin", Attempt.Person.signedIn(AURORA, "useradmin"));
        people.put("member", Attempt.Person.signedIn(AURORA, "member"));
        people.put("customer", Attempt.Person.customer(Customer.active(AURORA, "principal")));
        people.put("anonymous", Attempt.Person.anonymous(AURORA));
        return people;
    }

    /// When somebody was last seen changes by looking.
    private static Map<String, String> withoutComings(Map<String, String> prints) {
        prints.keySet().removeAll(Set.of("session", "visitor", "contact", "audit_entry", "portal_session"));
        return prints;
    }
}

package app.lienzo.spaces;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.audit.Actor;
import app.lienzo.channels.ChannelService;
import app.lienzo.channels.LiveChatSettings;
import app.lienzo.channels.Texts;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Browser;
import app.lienzo.world.Listener;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SpaceTest {
    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    MemberService members;

    @Inject
    ChannelService channels;

    @Test
    @DisplayName("BY-7: an Owner makes a space, lets somebody in, and he works there and nowhere else")
    void an_owner_makes_a_space_and_lets_somebody_in() {
        var owner = Browser.signedIn(AURORA, "owner");
        var person = newMember(AURORA);
        var name = "Panadería Ñandú " + UUID.randomUUID().toString().substring(0, 6);

        var made =
                owner.post("/organization/spaces", "name=" + Browser.encoded(name) + "&slug=&vocabulary=INTERNAL_IT");
        assertThat(made.status()).isEqualTo(303);
        var id = made.header("location").replaceAll(".*/spaces/([^?]+).*", "$1");
        assertThat(owner.get("/organization/spaces").body()).contains(name).contains(Slug.of(name));

        assertThat(owner.post("/organization/spaces/" + id + "/members", "role=AGENT&confirmed=on&person=" + person)
                        .status())
                .isEqualTo(303);
        AURORA.member(person).get("/api/v1/spaces").then().body("id", equalTo(List.of(id)));
        NIMBUS.owner().get("/api/v1/spaces").then().body("id", not(hasItem(id)));
        assertThat(Browser.signedIn(NIMBUS, "owner")
                        .get("/organization/spaces/" + id)
                        .status())
                .isEqualTo(404);

        owner.post("/organization/spaces/" + id + "/members/" + idOf(AURORA, person) + "/removal", "");
        AURORA.member(person).get("/api/v1/spaces").then().body("size()", equalTo(0));
    }

    @Test
    @DisplayName(
            "A space without a name, with a slug that fits no address or one that is taken, is refused at its field and nothing is stored")
    void bad_names_are_refused_at_their_field() {
        var owner = Browser.signedIn(AURORA, "owner");
        var before = Rows.list("select id from lienzo.space order by 1");
        for (var form :
                List.of("name=%20&slug=x", "name=X&slug=-nope-", "name=X&slug=a%2Fb", "name=X&slug=principal")) {
            var answer = owner.post("/organization/spaces", form);
            assertThat(answer.status()).as(form).isEqualTo(422);
            assertThat(answer.body()).as(form).contains("aria-invalid=\"true\"");
        }
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("name", "X", "slug", "principal"))
                .post("/api/v1/spaces")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/space-slug-taken"));
        assertThat(Rows.list("select id from lienzo.space order by 1")).isEqualTo(before);
        // The same short name is free at the other organization, which has it already under its own roof.
        NIMBUS.owner().get("/api/v1/spaces").then().body("slug", hasItem("principal"));
    }

    @Test
    @DisplayName(
            "BY-7: a Manager sets up his own space; he makes none, archives none and lets nobody of the organization in")
    void a_manager_sets_up_his_own_space_only() {
        var space = newSpace(AURORA);
        var manager = newMember(AURORA);
        let(AURORA, space, manager, "MANAGER");
        var his = AURORA.member(manager).contentType("application/json");

        his.body(Map.of("name", "Mío", "vocabulary", "internal-it", "language", "pt"))
                .patch("/api/v1/spaces/" + space)
                .then()
                .statusCode(200)
                .body("name", equalTo("Mío"))
                .body("vocabulary", equalTo("internal-it"))
                .body("language", equalTo("pt"));
        his.body(Map.of("archived", true))
                .patch("/api/v1/spaces/" + space)
                .then()
                .statusCode(403);
        his.body(Map.of("name", "Otro")).post("/api/v1/spaces").then().statusCode(403);
        his.body(Map.of("name", "Otro"))
                .patch("/api/v1/spaces/" + newSpace(AURORA))
                .then()
                .statusCode(404);
        var browser = Browser.signedIn(AURORA, manager);
        assertThat(browser.post("/organization/spaces/" + space + "/members", "role=AGENT&person=agent")
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/organization/spaces/" + space).body()).contains("Mío");
        assertThat(browser.get("/organization/spaces/new").status()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "An archived space keeps everything: only the Owner reads it, it stands in no list, its chat says so politely, and undoing brings all of it back")
    void an_archived_space_keeps_everything() {
        var space = newSpace(AURORA);
        var agent = newMember(AURORA);
        var another = newSpace(AURORA);
        let(AURORA, space, agent, "AGENT");
        let(AURORA, another, agent, "AGENT");
        var key = channelIn(AURORA, space);
        var tenant = new Tenant("aurora", key);
        var talk = tenant.talk("¿Siguen ahí?");
        var token = AURORA.token(agent);
        AURORA.with(token).get(talk.path()).then().statusCode(200);

        archive(AURORA, space, true);

        AURORA.with(token).get(talk.path()).then().statusCode(404);
        AURORA.with(token).get("/api/v1/spaces").then().body("id", equalTo(List.of(another)));
        AURORA.owner().get(talk.path()).then().statusCode(200);
        AURORA.owner().get(talk.path() + "/messages").then().statusCode(200);
        AURORA.owner().get("/api/v1/spaces").then().body("id", not(hasItem(space)));
        AURORA.owner().get("/api/v1/conversations").then().body("items.id", not(hasItem(talk.id())));
        AURORA.owner()
                .queryParam("space", space)
                .get("/api/v1/conversations")
                .then()
                .body("items.id", equalTo(List.of(talk.id())));
        AURORA.owner()
                .post(talk.path() + "/holder")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/space-archived"));
        assertThat(Browser.signedIn(AURORA, "owner")
                        .get("/console?space=" + space)
                        .body())
                .contains("¿Siguen ahí?");
        tenant.anybody()
                .header("Origin", Tenant.SHOP)
                .get(tenant.channel())
                .then()
                .statusCode(200)
                .body("closed", equalTo(true))
                .body("words.channelClosed", not(equalTo(null)));
        tenant.anybody()
                .header("Origin", Tenant.SHOP)
                .contentType("application/json")
                .body(Map.of("language", "es"))
                .post(tenant.channel() + "/visitors")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/chat-archived"));
        talk.visitor()
                .request()
                .contentType("application/json")
                .body(Map.of("clientId", UUID.randomUUID().toString(), "text", "Hola"))
                .post(tenant.channel() + "/messages")
                .then()
                .statusCode(409);
        assertThat(talk.visitor().sees()).containsExactly("¿Siguen ahí?");

        archive(AURORA, space, false);

        AURORA.with(token).get(talk.path()).then().statusCode(200);
        talk.visitor().writes("¡Qué bien!");
        AURORA.with(token).get("/api/v1/conversations").then().body("items.id", hasItem(talk.id()));
    }

    @Test
    @DisplayName(
            "The space one looks at is kept on the server; list, search, counters and stream follow it, and nobody else's do")
    void everything_follows_the_space_one_looks_at() throws InterruptedException {
        var one = newSpace(AURORA);
        var other = newSpace(AURORA);
        var agent = newMember(AURORA);
        let(AURORA, one, agent, "AGENT");
        let(AURORA, other, agent, "AGENT");
        var here = new Tenant("aurora", channelIn(AURORA, one));
        var there = new Tenant("aurora", channelIn(AURORA, other));
        here.talk("Aquí primero");
        there.talk("Allá primero");
        var browser = Browser.signedIn(AURORA, agent);
        assertThat(browser.get("/console").body()).contains("Aquí primero").contains("Allá primero");

        assertThat(browser.post("/console/space", "space=" + one).status()).isEqualTo(303);

        var elsewhere = Browser.signedIn(AURORA, agent);
        assertThat(elsewhere.get("/console").body()).contains("Aquí primero").doesNotContain("Allá primero");
        assertThat(elsewhere.get("/console?q=primero").body())
                .contains("Aquí primero")
                .doesNotContain("Allá primero");
        assertThat(elsewhere.get("/console/counts").body()).contains("\"inbox\":1");
        assertThat(Browser.signedIn(AURORA, "owner").get("/console").body()).contains("Allá primero");

        try (var stream = Listener.to(elsewhere.request("GET", "/console/stream"))) {
            assertThat(stream.hears(event -> event.name().equals("hello"), 20_000))
                    .isTrue();
            var unheard = there.talk("Allá después");
            var heard = here.talk("Aquí después");
            assertThat(stream.hears(event -> event.data().contains(heard.id()), 20_000))
                    .isTrue();
            assertThat(stream.heard()).noneMatch(event -> event.data().contains(unheard.id()));
            browser.post("/console/space", "space=" + other);
            assertThat(stream.ends(20_000)).isTrue();
        }
        browser.post("/console/space", "space=");
        assertThat(elsewhere.get("/console").body()).contains("Allá primero");
        // One in which he does not work cannot be chosen.
        assertThat(browser.post("/console/space", "space=" + newSpace(AURORA)).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("SO-2: a space calls its customers as its vocabulary has it, or as the organization's")
    void a_space_speaks_its_vocabulary() {
        var talk = NIMBUS.talk("Printer");
        var manager = Browser.signedIn(NIMBUS, "manager");
        var english = "/console/conversations/" + talk.id();
        assertThat(manager.get(english).body()).contains("<h4>User</h4>").contains("About the user");

        var space = newSpace(NIMBUS);
        NIMBUS.owner()
                .contentType("application/json")
                .body(Map.of("vocabulary", "service-provider"))
                .patch("/api/v1/spaces/" + space)
                .then()
                .statusCode(200);
        var served = new Tenant("nimbus", channelIn(NIMBUS, space)).talk("Invoice");
        assertThat(Browser.signedIn(NIMBUS, "owner")
                        .get("/console/conversations/" + served.id())
                        .body())
                .contains("<h4>Contact</h4>")
                .doesNotContain("About the user");
    }

    @Test
    @DisplayName("If-Match: who changes a space that another changed meanwhile is told, and nothing is lost")
    void a_stale_change_is_refused() {
        var space = newSpace(AURORA);
        var tag = AURORA.owner().get("/api/v1/spaces/" + space).then().extract().header("ETag");
        var owner = AURORA.owner().contentType("application/json").body(Map.of("name", "Uno"));
        owner.header("If-Match", tag).patch("/api/v1/spaces/" + space).then().statusCode(200);
        AURORA.owner()
                .contentType("application/json")
                .body(Map.of("name", "Dos"))
                .header("If-Match", tag)
                .patch("/api/v1/spaces/" + space)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/space-changed"));
        AURORA.owner().get("/api/v1/spaces/" + space).then().body("name", equalTo("Uno"));
    }

    @Test
    void slugs_are_made_of_what_fits_an_address() {
        assertThat(Slug.of("  Ñandú & Café — 2ª línea ")).isEqualTo("nandu-cafe-2a-linea");
        assertThat(Slug.of("客服")).isEmpty();
        assertThat(Slug.of("a".repeat(200))).hasSize(63);
    }

    private static String newSpace(Tenant tenant) {
        return tenant.owner()
                .contentType("application/json")
                .body(Map.of("name", "Espacio " + UUID.randomUUID()))
                .post("/api/v1/spaces")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void archive(Tenant tenant, String space, boolean archived) {
        tenant.owner()
                .contentType("application/json")
                .body(Map.of("archived", archived))
                .patch("/api/v1/spaces/" + space)
                .then()
                .statusCode(200)
                .body("archived", equalTo(archived));
    }

    private static void let(Tenant tenant, String space, String person, String role) {
        assertThat(Browser.signedIn(tenant, "owner")
                        .post(
                                "/organization/spaces/" + space + "/members",
                                "role=" + role + "&confirmed=on&person=" + person)
                        .status())
                .isEqualTo(303);
    }

    private String newMember(Tenant tenant) {
        var name = "p" + UUID.randomUUID().toString().substring(0, 8);
        scope.run(
                organizations.named(tenant.slug()).orElseThrow(),
                () -> members.create(
                        Actor.SYSTEM,
                        new NewMember(
                                name,
                                "Persona " + name,
                                name + "@example.com",
                                OrganizationRole.MEMBER,
                                Tenant.PASSWORD,
                                null)));
        return name;
    }

    private static String idOf(Tenant tenant, String userName) {
        return Rows.one(
                "select id from lienzo.member where tenant_id = ? and user_name = ?", Rows.id(tenant), userName);
    }

    private String channelIn(Tenant tenant, String space) {
        var key = "k" + UUID.randomUUID().toString().substring(0, 12);
        scope.run(
                organizations.named(tenant.slug()).orElseThrow(),
                () -> channels.add(
                        UUID.fromString(space),
                        key,
                        "secret-" + key,
                        new LiveChatSettings(
                                "Chat", List.of("http://localhost:*"), Texts.NONE, Texts.NONE, "", "UTC")));
        return key;
    }
}

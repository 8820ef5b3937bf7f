package app.lienzo.people;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.audit.Actor;
import app.lienzo.files.SamplePictures;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Browser;
import app.lienzo.world.Listener;
import app.lienzo.world.MailServer;
import app.lienzo.world.Presence;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People as those see them who look after them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PeopleTest {
    private static final String PEOPLE = "/organization/people";
    private static final String HASH =
            "update lienzo.member set password_hash = (select password_hash from lienzo.member where user_name = 'agent' limit 1) where id = ?::uuid";

    @Inject
    MemberService members;

    @Inject
    AccountService accounts;

    @Inject
    SpaceTeamService teams;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @Test
    @DisplayName("BY-6: a User-Admin lifts nobody above his own level, himself neither, and may not touch an Owner")
    void a_user_admin_stays_below() {
        var admin = Browser.signedIn(AURORA, "useradmin");
        var owner = id("owner");
        var before = accountsOf(AURORA);
        for (var change : List.of(
                "/level:level=MEMBER",
                ":name=X&phone=&language=&timeZone=",
                "/user-name:userName=taken-over",
                "/email:email=taken-over@example.com",
                "/avatar/remove:",
                "/sessions/end:",
                "/password-link:",
                "/temporary-password:",
                "/deactivate:",
                "/remove:confirm=owner",
                "/spaces:space=" + space() + "&role=AGENT")) {
            var parts = change.split(":", 2);
            var answer = admin.post(PEOPLE + "/" + owner + parts[0], parts[1]);
            assertThat(answer.status()).as(change).isEqualTo(403);
        }
        var mine = id("useradmin");
        assertThat(admin.post(PEOPLE + "/" + mine + "/level", "level=OWNER").status())
                .isEqualTo(403);
        assertThat(admin.post(PEOPLE + "/" + mine + "/spaces", "space=" + space() + "&role=MANAGER")
                        .status())
                .isEqualTo(409);
        var other = newMember(OrganizationRole.MEMBER);
        assertThat(admin.post(PEOPLE + "/" + other.id() + "/level", "level=OWNER")
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(PEOPLE + "/invite", "addresses=boss@example.com&level=OWNER")
                        .status())
                .isEqualTo(403);
        assertThat(accountsOf(AURORA)).containsAll(before);
        assertThat(admin.get(PEOPLE + "/" + owner).body())
                .as("he may look")
                .contains("owner@aurora.example")
                .doesNotContain("/temporary-password");
        assertThat(admin.post(PEOPLE + "/" + other.id() + "/level", "level=USER_ADMIN")
                        .status())
                .as("his own level he may give")
                .isEqualTo(303);
        assertThat(admin.get("/organization/mail").status())
                .as("no other setting")
                .isNotEqualTo(200);
    }

    @Test
    @DisplayName("BY-6: of two Owners who demote each other at the same moment one remains")
    void one_owner_remains() throws Exception {
        for (int round = 0; round < 5; round++) {
            var house = organizations.create(
                    "twins-" + UUID.randomUUID().toString().substring(0, 8),
                    "Twins",
                    Plan.STARTUP,
                    "en",
                    Vocabulary.SERVICE_PROVIDER);
            var one = scope.call(house, () -> member("one", OrganizationRole.OWNER));
            var two = scope.call(house, () -> member("two", OrganizationRole.OWNER));
            var together = new CyclicBarrier(2);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var results = List.of(
                        threads.submit(() -> demotes(house, one, two, together)),
                        threads.submit(() -> demotes(house, two, one, together)));
                var done = new ArrayList<Boolean>();
                for (var result : results) done.add(result.get());
                assertThat(done).containsExactlyInAnyOrder(true, false);
            }
            assertThat(Rows.list(
                            "select id from lienzo.member where tenant_id = ? and organization_role = 'OWNER' and active",
                            house.id()))
                    .hasSize(1);
        }
    }

    private boolean demotes(OrganizationView house, MemberView by, MemberView whom, CyclicBarrier together)
            throws Exception {
        var context = Arc.container().requestContext();
        context.activate();
        together.await();
        try {
            scope.run(
                    house, () -> accounts.changeLevel(Presence.of(house.id(), by), whom.id(), OrganizationRole.MEMBER));
            return true;
        } catch (Refused refused) {
            assertThat(refused.refusal().code()).isEqualTo("owner-last");
            return false;
        } finally {
            context.terminate();
        }
    }

    @Test
    @DisplayName("BY-7: a pasted list is invited one by one: each line tells what became of it, and nobody twice")
    void a_list_is_invited() {
        var word = UUID.randomUUID().toString().substring(0, 8);
        var owner = Browser.signedIn(AURORA, "owner");
        owner.get(PEOPLE + "/invite");
        var list = "Ana Pérez <ana@" + word + ".example>, ana@other-" + word
                + ".example\nnonsense\nagent@aurora.example ANA@" + word + ".example";
        var answer = owner.post(
                PEOPLE + "/invite",
                "addresses=" + Browser.encoded(list) + "&level=MEMBER&language=pt&confirmed=on&agentOf=" + space());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().split("Invitación enviada", -1)).hasSize(3);
        assertThat(answer.body().split("no se envió nada", -1)).hasSize(3);
        assertThat(answer.body()).contains(">nonsense</textarea>");
        var one = MailServer.await("ana@" + word + ".example");
        MailServer.await("ana@other-" + word + ".example");
        assertThat(one.text()).contains("https://aurora.localhost/set-password/");
        var rows = Rows.list(
                "select name || ' ' || language || ' ' || (password_hash is null) from lienzo.member where email like ? order by created_at",
                "%" + word + ".example");
        assertThat(rows).containsExactly("Ana Pérez pt true", "Ana pt true");
        var names = Rows.list("select user_name_shape from lienzo.member where email like ?", "%" + word + ".example");
        assertThat(names).hasSize(2).doesNotHaveDuplicates();
        assertThat(Rows.list(
                        "select role from lienzo.space_member s join lienzo.member m on m.id = s.member_id where m.email like ?",
                        "%" + word + ".example"))
                .containsExactly("AGENT", "AGENT");

        var id = Rows.one("select id from lienzo.member where email = ?", "ana@" + word + ".example");
        assertThat(owner.get(PEOPLE + "?state=INVITED&q=ana%40" + word).body()).contains(id);
        assertThat(owner.get(PEOPLE + "?state=ACTIVE&q=ana%40" + word).body()).doesNotContain(id);
        assertThat(owner.post(PEOPLE + "/" + id + "/invitation/resend", "").status())
                .as("a moment ago")
                .isEqualTo(429);
        Rows.list("update lienzo.invitation set sent_at = sent_at - interval '1 hour' where member_id = ?::uuid", id);
        assertThat(owner.post(PEOPLE + "/" + id + "/invitation/resend", "").status())
                .isEqualTo(303);
        assertThat(owner.post(PEOPLE + "/" + id + "/invitation/withdraw", "").header("location"))
                .isEqualTo(PEOPLE + "?gone=1");
        assertThat(owner.get(PEOPLE + "/" + id).status()).isEqualTo(404);
        var agent = id("agent");
        assertThat(owner.post(PEOPLE + "/" + agent + "/invitation/withdraw", "").status())
                .as("who works here is no invitation")
                .isEqualTo(409);
    }

    @Test
    @DisplayName("BY-7: a list that is too long, empty or meant for a space that is not there invites nobody")
    void a_bad_list_invites_nobody() {
        var owner = Browser.signedIn(AURORA, "owner");
        int before = Rows.list("select id from lienzo.member").size();
        var many = new StringBuilder();
        for (int i = 0; i < 51; i++) many.append("p").append(i).append("@many.example\n");
        assertThat(owner.post(PEOPLE + "/invite", "addresses=" + Browser.encoded(many.toString()))
                        .status())
                .isEqualTo(422);
        assertThat(owner.post(PEOPLE + "/invite", "addresses=+").status()).isEqualTo(422);
        assertThat(owner.post(PEOPLE + "/invite", "addresses=a@b.example&managerOf=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(PEOPLE + "/invite", "addresses=a@b.example+c@d.example&userName=both")
                        .status())
                .isEqualTo(422);
        assertThat(Rows.list("select id from lienzo.member")).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent@aurora.example",
                "somebody@else.example",
                "AGENT",
                "agent ",
                "аgent",
                "ａｇｅｎｔ",
                "a",
                "system",
                "no-reply",
                "two words",
                "agent\u200B",
                "<b>x</b>",
                "-agent"
            })
    @DisplayName(
            "A11: nobody is called like somebody's address, like a colleague in another spelling, or like the house")
    void names_that_mislead_are_refused(String name) {
        var member = newMember(OrganizationRole.MEMBER);
        var owner = Browser.signedIn(AURORA, "owner");
        var answer = owner.post(PEOPLE + "/" + member.id() + "/user-name", "userName=" + Browser.encoded(name));
        assertThat(answer.status()).isIn(409, 422);
        assertThat(members(member.id()).userName()).isEqualTo(member.userName());
    }

    @Test
    @DisplayName("X02, X13: names that are markup or formulas are text, on the page and in the export")
    void naughty_names_are_text() {
        var owner = Browser.signedIn(AURORA, "owner");
        for (var name : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{7*7} {inject:me.name} $\\{7}",
                "=HYPERLINK(\"http://x\")",
                "＝1+1",
                "' or 1=1 --",
                "ＴｈｅｑｕｉｃｋＢｒｏｗｎ",
                "田中さんにあげて下さい",
                "الكل في المجمو عة",
                "😍👨‍👩‍👧")) {
            var member = newMember(OrganizationRole.MEMBER);
            var answer = owner.post(
                    PEOPLE + "/" + member.id(), "name=" + Browser.encoded(name) + "&phone=&language=&timeZone=");
            assertThat(answer.status()).as(name).isEqualTo(303);
            for (var path : List.of("/" + member.id(), "/" + member.id() + "/access", "?q=" + member.userName())) {
                var page = owner.get(PEOPLE + path);
                assertThat(page.status()).as(name).isEqualTo(200);
                assertThat(page.body())
                        .as(name)
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img src=x")
                        .doesNotContain(">49 ");
            }
            var sheet = owner.get(PEOPLE + "/export?q=" + member.userName());
            assertThat(sheet.header("content-type")).startsWith("text/csv");
            assertThat(sheet.header("content-disposition")).startsWith("attachment");
            var row = new String(sheet.content(), StandardCharsets.UTF_8).split("\r\n")[1];
            assertThat(row).doesNotStartWith("\"=").doesNotStartWith("\"＝").contains(member.userName());
        }
    }

    @Test
    @DisplayName("T10: what a form does not have is not set by it: level, state, user name and address stay")
    void nothing_is_set_in_passing() {
        var member = newMember(OrganizationRole.MEMBER);
        var me = Browser.signedIn(AURORA, member.userName());
        me.get("/profile/details");
        var answer = me.post(
                "/profile/details",
                "name=Neu&phone=&language=pt&timeZone=America/Bogota&level=OWNER&role=OWNER&organizationRole=OWNER&email=x@y.example&userName=owner9&active=false&avatar="
                        + UUID.randomUUID());
        assertThat(answer.status()).isEqualTo(303);
        var now = members(member.id());
        assertThat(now.name()).isEqualTo("Neu");
        assertThat(now.timeZone()).isEqualTo("America/Bogota");
        assertThat(now.role()).isEqualTo(OrganizationRole.MEMBER);
        assertThat(now.email()).isEqualTo(member.email());
        assertThat(now.userName()).isEqualTo(member.userName());
        assertThat(now.active()).isTrue();
        assertThat(now.avatar()).isNull();
        var wrong = me.post("/profile/details", "name=Otro&phone=123&language=&timeZone=Mars/Base");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"Otro\"").contains("value=\"123\"");
        assertThat(members(member.id()).name()).isEqualTo("Neu");
    }

    @Test
    @DisplayName(
            "T12: who is deactivated is out with his next request, his stream ends, and what he held waits for others")
    void who_leaves_lets_go() throws Exception {
        var leaving = worker();
        var token = AURORA.token(leaving.userName());
        var browser = Browser.signedIn(AURORA, leaving.userName());
        var talk = AURORA.talk("Lo de siempre").takenBy(AURORA.with(token));
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.get(PEOPLE + "/" + leaving.id()).body()).contains("a su cargo: 1");
        try (var page = Listener.to(browser.request("GET", "/console/stream"))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(owner.post(PEOPLE + "/" + leaving.id() + "/deactivate", "successor=")
                            .status())
                    .isEqualTo(303);
            assertThat(page.ends(20_000)).isTrue();
        }
        assertThat(browser.get("/console").status()).isEqualTo(303);
        AURORA.with(token).get("/api/v1/me").then().statusCode(401);
        assertThat(Rows.one("select state from lienzo.conversation where id = ?::uuid", talk.id()))
                .isEqualTo("INBOX");
        assertThat(Rows.list(
                        "select body || ' ' || author from lienzo.message where conversation_id = ?::uuid and kind = 'SYSTEM' order by seq",
                        talk.id()))
                .contains("left " + leaving.name());
        assertThat(owner.get("/console/conversations/" + talk.id()).body())
                .contains(leaving.name() + " dejó el equipo");
        assertThat(owner.post(PEOPLE + "/" + leaving.id() + "/activate", "").status())
                .isEqualTo(303);
        assertThat(Browser.at(AURORA)
                        .signIn(leaving.userName(), Tenant.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("B2-4: who is removed hands over what he held to the colleague chosen, and is gone for good")
    void who_is_removed_hands_over() {
        var leaving = worker();
        var colleague = worker();
        var talk = AURORA.talk("Para otro").takenBy(AURORA.member(leaving.userName()));
        var owner = Browser.signedIn(AURORA, "owner");
        var path = PEOPLE + "/" + leaving.id() + "/remove";
        assertThat(owner.post(path, "confirm=somebody&successor=" + colleague.id())
                        .status())
                .isEqualTo(422);
        assertThat(owner.post(path, "confirm=" + leaving.userName() + "&successor=" + UUID.randomUUID())
                        .status())
                .isEqualTo(422);
        assertThat(Rows.one("select holder_id from lienzo.conversation where id = ?::uuid", talk.id()))
                .as("nothing happened")
                .isEqualTo(leaving.id().toString());
        assertThat(owner.post(path, "confirm=" + leaving.userName() + "&successor=" + colleague.id())
                        .header("location"))
                .isEqualTo(PEOPLE + "?gone=1");
        assertThat(Rows.one("select holder_id from lienzo.conversation where id = ?::uuid", talk.id()))
                .isEqualTo(colleague.id().toString());
        assertThat(Rows.one(
                        "select body from lienzo.message where conversation_id = ?::uuid order by seq desc limit 1",
                        talk.id()))
                .isEqualTo("transferred:" + colleague.name());
        assertThat(owner.get(PEOPLE + "/" + leaving.id()).status()).isEqualTo(404);
        assertThat(Rows.list("select 1 from lienzo.space_member where member_id = ?", leaving.id()))
                .isEmpty();
        assertThat(Rows.one("select email from lienzo.member where id = ?", leaving.id()))
                .doesNotContain(leaving.email());
    }

    @Test
    @DisplayName("T12: who is taken out of a space holds nothing there any longer")
    void who_leaves_a_space_lets_go() {
        var agent = worker();
        var talk = AURORA.talk("Aquí no").takenBy(AURORA.member(agent.userName()));
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.post(PEOPLE + "/" + agent.id() + "/spaces/remove", "space=" + space())
                        .status())
                .isEqualTo(303);
        assertThat(Rows.one("select state from lienzo.conversation where id = ?::uuid", talk.id()))
                .isEqualTo("INBOX");
    }

    @Test
    @DisplayName("X06, X07: a face is a picture and nothing else, drawn anew, for colleagues only")
    void faces_are_pictures() {
        var member = newMember(OrganizationRole.MEMBER);
        var me = Browser.signedIn(AURORA, member.userName());
        me.get("/profile/details");
        var wicked = Map.of(
                "svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                "html", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                "pdf", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8),
                "gif", SamplePictures.gif(3),
                "huge", SamplePictures.pngClaiming(15_000, 15_000),
                "cut", java.util.Arrays.copyOf(SamplePictures.jpeg(200, 200), 300),
                "empty", new byte[0]);
        wicked.forEach((name, bytes) -> {
            var answer = upload(me, "/profile/details/avatar", name + ".png", bytes);
            assertThat(answer.status()).as(name).isIn(413, 422);
        });
        assertThat(members(member.id()).avatar()).isNull();

        assertThat(upload(me, "/profile/details/avatar", "yo.jpg", SamplePictures.jpegFromCamera(600, 300, 6))
                        .status())
                .isEqualTo(303);
        var face = members(member.id()).avatar();
        var served = me.get("/avatars/" + face);
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("content-type")).isEqualTo("image/png");
        assertThat(served.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(served.all("cache-control")).hasSize(1).allMatch(value -> value.startsWith("private"));
        assertThat(new String(served.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(Rows.one("select width || 'x' || height from lienzo.file where id = ?::uuid", String.valueOf(face)))
                .isEqualTo("256x256");
        assertThat(me.get("/profile/details").body()).contains("<img class=\"avatar\" src=\"/avatars/" + face);
        assertThat(Browser.signedIn(NIMBUS, "owner").get("/avatars/" + face).status())
                .isEqualTo(404);
        assertThat(Wire.to(AURORA, "GET", "/avatars/" + face).send().status()).isIn(303, 401);
        assertThat(upload(me, "/profile/details/avatar", "dos.png", SamplePictures.png(40, 90))
                        .status())
                .isEqualTo(303);
        assertThat(me.get("/avatars/" + face).status())
                .as("the old one is gone")
                .isEqualTo(404);
        assertThat(Rows.list("select 1 from lienzo.file where id = ?::uuid", String.valueOf(face)))
                .isEmpty();
        assertThat(me.post("/profile/details/avatar/remove", "").status()).isEqualTo(303);
        assertThat(members(member.id()).avatar()).isNull();
    }

    @Test
    @DisplayName("B2-4: a new address counts once it is confirmed, and is shown as waiting until then")
    void an_address_waits() {
        var member = newMember(OrganizationRole.MEMBER);
        var owner = Browser.signedIn(AURORA, "owner");
        var address = "new-" + UUID.randomUUID() + "@example.com";
        assertThat(owner.post(PEOPLE + "/" + member.id() + "/email", "email=" + address)
                        .status())
                .isEqualTo(303);
        assertThat(owner.get(PEOPLE + "/" + member.id()).body()).contains(address);
        assertThat(members(member.id()).email()).isEqualTo(member.email());
        assertThat(MailServer.await(address).html()).contains("/confirm-email/");
        assertThat(owner.post(PEOPLE + "/" + member.id() + "/email/cancel", "").status())
                .isEqualTo(303);
        assertThat(owner.get(PEOPLE + "/" + member.id()).body()).doesNotContain(address);
        assertThat(owner.post(PEOPLE + "/" + member.id() + "/email", "email=agent%40aurora.example")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("B2-4: a temporary password is shown once, ends all sessions and has to be changed")
    void a_temporary_password_is_shown_once() {
        var member = newMember(OrganizationRole.MEMBER);
        var his = Browser.signedIn(AURORA, member.userName());
        var owner = Browser.signedIn(AURORA, "owner");
        var page = owner.post(PEOPLE + "/" + member.id() + "/temporary-password", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        var password = page.body().replaceAll("(?s).*<code translate=\"no\">([^<]+)</code>.*", "$1");
        assertThat(password).hasSize(19);
        assertThat(his.get("/profile").status()).isEqualTo(303);
        var again = Browser.at(AURORA);
        assertThat(again.signIn(member.userName(), password).header("location")).contains("password");
        assertThat(again.get("/profile").status()).isEqualTo(303);
        assertThat(owner.get(PEOPLE + "/" + member.id()).body()).doesNotContain(password);
        assertThat(Rows.list("select 1 from lienzo.audit_entry e where e::text like ?", "%" + password + "%"))
                .isEmpty();
        assertThat(owner.post(PEOPLE + "/" + id("owner") + "/temporary-password", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("BY-6: the page says what somebody may do, and because of which level or role")
    void the_page_says_why() {
        var agent = worker();
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.get(PEOPLE + "/" + agent.id() + "/access").body())
                .contains("porque es Agente de Principal")
                .contains("el nivel Miembro no lo permite")
                .contains("no tiene función allí")
                .doesNotContain("porque es Responsable");
        var his = Browser.signedIn(AURORA, agent.userName()).get("/profile/access");
        assertThat(his.status()).isEqualTo(200);
        assertThat(his.body()).contains("porque es Agente de Principal");
        assertThat(owner.get("/profile/access").body()).contains("porque su nivel es Propietario");
        assertThat(Browser.signedIn(AURORA, agent.userName())
                        .get(PEOPLE + "/" + agent.id() + "/access")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("B2-4: the list is searched and narrowed down, page by page, and knows no other organization")
    void the_list_is_narrowed() {
        var word = "zq" + UUID.randomUUID().toString().substring(0, 6);
        var made = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            var name = word + i;
            made.add(in(() -> member(name, OrganizationRole.MEMBER)).id());
        }
        in(() -> {
            teams.assign(UUID.fromString(space()), made.get(3), SpaceRole.MANAGER);
            accounts.deactivate(Actor.SYSTEM, made.get(4));
            return null;
        });
        var found = new ArrayList<String>();
        String next = "";
        do {
            var page = AURORA.owner().get("/api/v1/members?limit=2&q=" + word + "&after=" + next);
            page.then().statusCode(200);
            found.addAll(page.jsonPath().getList("items.id"));
            next = page.jsonPath().getString("next");
        } while (next != null);
        assertThat(found)
                .containsExactlyElementsOf(made.stream().map(UUID::toString).toList());
        assertThat(AURORA.owner()
                        .get("/api/v1/members?q=" + word + "&space=" + space())
                        .jsonPath()
                        .getList("items.id"))
                .isEqualTo(List.of(made.get(3).toString()));
        assertThat(AURORA.owner()
                        .get("/api/v1/members?state=deactivated&q=" + word)
                        .jsonPath()
                        .getList("items.id"))
                .isEqualTo(List.of(made.get(4).toString()));
        assertThat(AURORA.owner()
                        .get("/api/v1/members?level=owner&q=" + word)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(AURORA.owner().get("/api/v1/members?q=%25").jsonPath().getList("items"))
                .isEmpty();
        NIMBUS.owner().get("/api/v1/members/" + made.getFirst()).then().statusCode(404);
        assertThat(NIMBUS.owner().get("/api/v1/members?q=" + word).jsonPath().getList("items"))
                .isEmpty();
        AURORA.owner().get("/api/v1/members?limit=0").then().statusCode(422);
        AURORA.agent().get("/api/v1/members").then().statusCode(403);
        var page = Browser.signedIn(AURORA, "owner").get(PEOPLE + "?q=" + word);
        assertThat(page.body()).contains(made.getFirst().toString());
        assertThat(Browser.signedIn(AURORA, "owner")
                        .get(PEOPLE + "?q=nobody-" + word)
                        .body())
                .contains("Nadie coincide");
    }

    @Test
    @DisplayName("B2-4: programs invite once per key, change what nobody else changed meanwhile, and all or nothing")
    void programs_invite_and_change() {
        var word = UUID.randomUUID().toString().substring(0, 8);
        var body =
                Map.of("email", word + "@api.example", "name", "Api", "agentOf", List.of(space()), "confirmed", true);
        var first = json().header("Idempotency-Key", "key-" + word).body(body).post("/api/v1/members");
        first.then().statusCode(201);
        String id = first.path("id");
        var again = json().header("Idempotency-Key", "key-" + word).body(body).post("/api/v1/members");
        again.then().statusCode(200);
        assertThat(again.<String>path("id")).isEqualTo(id);
        json().header("Idempotency-Key", "key-" + word)
                .body(Map.of("email", "other-" + word + "@api.example"))
                .post("/api/v1/members")
                .then()
                .statusCode(409);
        json().body(body).post("/api/v1/members").then().statusCode(409);
        assertThat(first.<String>path("state")).isEqualTo("INVITED");
        assertThat(first.<String>path("spaces[0].role")).isEqualTo("AGENT");

        var etag = first.header("ETag");
        json().header("If-Match", etag)
                .body(Map.of("name", "Api Dos", "phone", "+34 600 123 456"))
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(200);
        json().header("If-Match", etag)
                .body(Map.of("name", "Late"))
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(409);
        json().body(Map.of("name", "Half", "level", "NONSENSE"))
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(422);
        json().body(Map.of("name", "Half", "userName", "agent"))
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(409);
        var now = AURORA.owner().get("/api/v1/members/" + id);
        assertThat(now.<String>path("name")).isEqualTo("Api Dos");
        assertThat(now.<String>path("phone")).isEqualTo("+34600123456");
        json().body(Map.of("role", "MANAGER"))
                .put("/api/v1/members/" + id + "/spaces/" + space())
                .then()
                .statusCode(200);
        AURORA.owner()
                .delete("/api/v1/members/" + id + "/spaces/" + space())
                .then()
                .statusCode(204);
        AURORA.owner().delete("/api/v1/members/" + id + "/invitation").then().statusCode(204);
        AURORA.owner().get("/api/v1/members/" + id).then().statusCode(404);
        var admin = AURORA.token("useradmin");
        AURORA.with(admin)
                .contentType("application/json")
                .body(Map.of("active", false))
                .patch("/api/v1/members/" + id("owner"))
                .then()
                .statusCode(403);
        assertThat(AURORA.owner().get("/api/openapi.json").asString()).contains("/api/v1/members/{id}");
    }

    private static io.restassured.specification.RequestSpecification json() {
        return AURORA.owner().contentType("application/json");
    }

    private static Wire.Answer upload(Browser browser, String path, String name, byte[] content) {
        var boundary = "----faces";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n" + browser.token()
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
        return browser.request("POST", path)
                .header("Origin", "http://" + AURORA.host())
                .body("multipart/form-data; boundary=" + boundary, bytes.toByteArray())
                .send();
    }

    /// An agent of the space `principal`, with the password of all.
    private MemberView worker() {
        var member = newMember(OrganizationRole.MEMBER);
        in(() -> {
            teams.assign(UUID.fromString(space()), member.id(), SpaceRole.AGENT);
            return null;
        });
        return member;
    }

    private MemberView newMember(OrganizationRole level) {
        var member = in(() -> member("p" + UUID.randomUUID().toString().substring(0, 12), level));
        Rows.list(HASH, member.id().toString());
        return member;
    }

    private MemberView member(String name, OrganizationRole level) {
        return members.create(
                Actor.SYSTEM, new NewMember(name, "Nombre " + name, name + "@people.example", level, null, null));
    }

    private MemberView members(UUID id) {
        return in(() -> members.require(id));
    }

    private static String id(String userName) {
        return Rows.one(
                "select id from lienzo.member where tenant_id = ? and user_name = ?", Rows.id(AURORA), userName);
    }

    private static String space() {
        return Rows.one("select id from lienzo.space where tenant_id = ? and slug = 'principal'", Rows.id(AURORA));
    }

    private static List<String> accountsOf(Tenant tenant) {
        return Rows.list(
                "select (to_jsonb(m) - 'came_at')::text from lienzo.member m where tenant_id = ? order by 1",
                Rows.id(tenant));
    }

    private <T> T in(Callable<T> work) {
        return scope.call(organizations.named("aurora").orElseThrow(), work);
    }
}

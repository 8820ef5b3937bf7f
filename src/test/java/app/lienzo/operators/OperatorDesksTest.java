package app.lienzo.operators;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What waits on the operators' desks: requests for channels, dead jobs, announcements, brand checks.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OperatorDesksTest {
    private static final String DESK = "/operator/channel-requests";

    @Test
    @DisplayName(
            "B2-5: WhatsApp is asked for on the Channels screen, waits in the queue, and is declined with a reason or activated")
    void whatsapp_is_asked_for_and_decided() {
        var owner = Browser.signedIn(AURORA, "owner");
        var space = AURORA.space();
        assertThat(owner.get("/channels").body()).contains("/channels/whatsapp");
        owner.get("/channels/whatsapp");
        var wrong = owner.post("/channels/whatsapp", "space=" + space + "&phone=nada&note=Hola+%3Cb%3E");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Hola &lt;b&gt;");
        var ask = "space=" + space + "&phone=%2B34600123456&note=Somos+la+tienda";
        assertThat(owner.post("/channels/whatsapp", ask).status()).isEqualTo(303);
        assertThat(owner.post("/channels/whatsapp", ask).status()).isEqualTo(409);

        var id = open();
        var operator = Operators.signedIn("operator");
        assertThat(operator.get(DESK).body()).contains("Somos la tienda", id);
        var decision = "organization=" + Rows.id(AURORA) + "&request=" + id;
        assertThat(operator.post(DESK, decision + "&decision=decline&reason=").status())
                .isEqualTo(422);
        assertThat(operator.post(DESK, decision + "&decision=decline&reason=El+n%C3%BAmero+est%C3%A1+en+uso")
                        .status())
                .isEqualTo(303);
        assertThat(operator.post(DESK, decision + "&decision=activate").status())
                .isEqualTo(409);
        assertThat(owner.get("/channels").body()).contains("El número está en uso", "request-DECLINED");
        var asker = Rows.one(
                "select email from lienzo.member where tenant_id = ? and user_name = 'owner'", Rows.id(AURORA));
        var declined = MailServer.await(asker, mail -> mail.text().contains("El número está en uso"));
        assertThat(declined.link()).endsWith("/channels/whatsapp");

        owner.get("/channels/whatsapp");
        assertThat(owner.post("/channels/whatsapp", ask).status()).isEqualTo(303);
        operator.get(DESK);
        var wanted = open();
        assertThat(operator.post(DESK, "organization=" + Rows.id(AURORA) + "&request=" + wanted + "&decision=activate")
                        .status())
                .isEqualTo(303);
        var page = "/channels/whatsapp/" + wanted;
        assertThat(MailServer.await(asker, mail -> mail.link().endsWith(page)).text())
                .contains("+34600123456");
        assertThat(owner.get("/channels").body()).contains("href=\"" + page + "\"", "st-PENDING");
        assertThat(owner.get(page).body()).contains("+34600123456", "/channels/live-chat/new", page + "/withdrawal");
        assertThat(Browser.signedIn(AURORA, "agent").get(page).body()).doesNotContain(page + "/withdrawal");
        var stranger = Browser.signedIn(NIMBUS, "owner");
        assertThat(stranger.get("/channels").body()).doesNotContain(wanted);
        assertThat(stranger.get(page).status()).isEqualTo(404);
        assertThat(owner.post(page + "/withdrawal", "").status()).isEqualTo(303);
        assertThat(owner.get(page).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("B2-5: an agent may not ask, and nobody decides another organization's request through its own")
    void requests_keep_to_their_house() {
        var agent = Browser.signedIn(AURORA, "agent");
        assertThat(agent.get("/channels/whatsapp").status()).isEqualTo(403);
        var operator = Operators.signedIn("operator");
        operator.get(DESK);
        assertThat(operator.post(
                                DESK,
                                "organization=" + Rows.id(NIMBUS) + "&request=" + UUID.randomUUID()
                                        + "&decision=activate")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("A dead job is seen with its reason and queued again once, which its organization can read too")
    void dead_jobs_are_queued_again() {
        var id = UUID.randomUUID();
        Rows.list(
                "insert into platform.failed_job (id, organization_id, kind, content, reason, at) values (?, ?, 'app.nowhere.NoSuchJob', '{}', 'It <b>broke</b>', now())",
                id,
                Rows.id(AURORA));
        var operator = Operators.signedIn("operator");
        assertThat(operator.get("/operator/health").body()).contains("NoSuchJob", "It &lt;b&gt;broke&lt;/b&gt;");
        assertThat(operator.post("/operator/health/retries", "job=" + id).status())
                .isEqualTo(303);
        assertThat(operator.post("/operator/health/retries", "job=" + id).status())
                .isEqualTo(409);
        assertThat(Rows.list("select id from platform.failed_job where id = ?", id))
                .isEmpty();
        for (var organization : List.of(Rows.id(AURORA), "platform"))
            assertThat(Rows.list(
                            "select actor from lienzo.audit_entry where tenant_id = ? and action = 'job-retried'",
                            organization))
                    .as(organization)
                    .hasSize(1);
        Rows.list("delete from platform.scheduled_tasks where convert_from(task_data, 'UTF8') like '%NoSuchJob%'");
    }

    @Test
    @DisplayName("An announcement is read by Owners alone, in their language, until each puts it aside")
    void announcements_are_read_by_owners() throws Exception {
        Rows.list("delete from platform.announcement");
        var operator = Operators.signedIn("operator");
        operator.get("/operator/announcements");
        assertThat(operator.post("/operator/announcements", "showDays=7").status())
                .isEqualTo(422);
        assertThat(operator.post(
                                "/operator/announcements",
                                "textEs=El+domingo+no+hay+servicio&textEn=No+service+on+Sunday&showDays=7")
                        .status())
                .isEqualTo(303);
        Browser owner = Browser.signedIn(AURORA, "owner");
        var body = owner.get("/profile").body();
        assertThat(body).containsAnyOf("El domingo no hay servicio", "No service on Sunday");
        assertThat(Browser.signedIn(AURORA, "agent").get("/profile").body())
                .doesNotContain("El domingo no hay servicio", "No service on Sunday");
        var path = body.replaceAll("(?s).*action=\"(/announcements/[^\"]+)\".*", "$1");
        assertThat(owner.post(path, "").status()).isEqualTo(303);
        assertThat(owner.get("/profile").body()).doesNotContain("/announcements/");
        var id = Rows.one("select id from platform.announcement");
        operator.get("/operator/announcements");
        assertThat(operator.post("/operator/announcements/end", "announcement=" + id)
                        .status())
                .isEqualTo(303);
        Rows.list("delete from platform.announcement");
    }

    @Test
    @DisplayName("R01: what stands above a page never keeps it from being shown; an error page has nothing above it")
    void a_page_is_more_than_what_stands_above_it() {
        Rows.list("delete from platform.announcement");
        var operator = Operators.signedIn("operator");
        operator.get("/operator/announcements");
        operator.post("/operator/announcements", "textEs=Aviso&textEn=Notice&showDays=7");
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.get("/profile").body()).contains("class=\"above");
        var nowhere = owner.get("/nowhere");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.body()).contains("class=\"problem\"").doesNotContain("class=\"above");
        Rows.list("alter table lienzo.announcement_dismissal rename to announcement_away");
        try {
            var page = owner.get("/profile");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("id=\"content\"").doesNotContain("class=\"above");
        } finally {
            Rows.list("alter table lienzo.announcement_away rename to announcement_dismissal");
            operator.get("/operator/announcements");
            operator.post(
                    "/operator/announcements/end", "announcement=" + Rows.one("select id from platform.announcement"));
            Rows.list("delete from platform.announcement");
        }
    }

    @Test
    @DisplayName(
            "Health sums the outboxes of all organizations, names those that need a look, and says what to do; nobody else sees it")
    void health_sums_the_outboxes() {
        var box =
                "insert into lienzo.outgoing_mail (tenant_id, id, kind, language, to_address, to_name, subject, message_id, state, created_at) "
                        + "values (?, uuidv7(), 'mail-check', 'es', 'ana@example.com', 'Ana', 'Secreto', '<things@example.com>', ?, now() - make_interval(mins => ?)) returning id";
        var stuck = Rows.one(box, Rows.id(NIMBUS), "QUEUED", 40);
        var failed = Rows.one(box, Rows.id(AURORA), "FAILED", 60 * 24);
        try {
            var page = Operators.signedIn("operator").get("/operator/health").body();
            for (var tenant : List.of(AURORA, NIMBUS))
                assertThat(page).contains("href=\"/operator/organizations/" + Rows.id(tenant) + "\"");
            assertThat(page)
                    .contains("un cuarto de hora", "Bandejas de salida")
                    .doesNotContain("Secreto", "ana@example.com");
            assertThat(Browser.signedIn(AURORA, "owner").get("/operator/health").status())
                    .isEqualTo(404);
        } finally {
            Rows.list("delete from lienzo.outgoing_mail where id in (?::uuid, ?::uuid)", stuck, failed);
        }
    }

    @Test
    void an_operator_has_a_brand_checked() {
        var operator = Operators.signedIn("operator");
        var page = "/operator/organizations/" + Rows.id(NIMBUS) + "/brand-check";
        assertThat(operator.get(page).status()).isEqualTo(200);
        assertThat(operator.post(page, "").status()).isIn(303, 409, 429);
        assertThat(operator.get(page).status()).isEqualTo(200);
    }

    private static String open() {
        return Rows.one(
                "select id from platform.channel_request where organization_id = ? and state = 'OPEN'",
                Rows.id(AURORA));
    }
}

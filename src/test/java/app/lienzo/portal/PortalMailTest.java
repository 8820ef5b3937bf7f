package app.lienzo.portal;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Browser;
import app.lienzo.world.Customer;
import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The mail that tells a customer that the team answered.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PortalMailTest {
    @Test
    @DisplayName(
            "SO-1, SO-6: who asked for a ticket gets the team's answer by mail, in his language and the organization's look, with a link that leads to it in his portal")
    void an_answer_is_mailed() {
        var customer = Customer.active(AURORA, "principal");
        var ticket = AURORA.ticket("No imprime", customer.email());
        ticket.replied(AURORA.agent(), "Cambiamos el **cartucho**.\n\n- ¿Ya imprime?\n- ¿Y el escáner?");
        var mail = MailServer.await(customer.email());
        assertThat(mail.subject()).isEqualTo("Respuesta a tu ticket #" + ticket.number() + ": No imprime");
        assertThat(mail.text())
                .contains(
                        "Hola, Inés Díaz",
                        "Cambiamos el cartucho.\n¿Ya imprime?\n¿Y el escáner?",
                        "portal de clientes",
                        "Principal");
        assertThat(mail.html().replace("\r", ""))
                .contains("Cambiamos el cartucho.<br>\n¿Ya imprime?", "Aurora")
                .doesNotContainIgnoringCase("nimbus")
                .doesNotContainIgnoringCase("lienzo");
        assertThat(mail.link()).isEqualTo("https://aurora.localhost/portal/principal/tickets/" + ticket.number());

        var path = URI.create(mail.link()).getPath();
        var browser = Browser.at(AURORA);
        var door = browser.get(path).header("Location");
        assertThat(door).startsWith("/portal/principal/sign-in?next=");
        browser.get(door);
        var in = browser.post(
                "/portal/principal/sign-in",
                "email=" + customer.email() + "&password=" + Tenant.PASSWORD + "&next=" + Browser.encoded(path));
        assertThat(browser.get(in.header("Location")).body()).contains("No imprime", "escáner");
    }

    @Test
    @DisplayName("SO-2: the mail of a space that speaks of users, to somebody who wants Portuguese")
    void in_his_language_and_the_words_of_the_space() {
        var user = Customer.active(NIMBUS, "principal");
        Rows.list("update lienzo.contact set language = 'pt' where id = ?::uuid", user.id());
        NIMBUS.ticket("Scanner", user.email()).replied(NIMBUS.agent(), "Pronto");
        var mail = MailServer.await(user.email());
        assertThat(mail.subject()).startsWith("Resposta ao seu ticket #");
        assertThat(mail.text()).contains("portal de serviços").doesNotContain("cliente");
        assertThat(mail.link()).startsWith("https://nimbus.localhost/portal/principal/tickets/");
    }

    @Test
    @DisplayName("X02: what the team or the customer wrote stays text in the mail: no markup, no link, no placeholder")
    void words_stay_words() {
        var customer = Customer.active(AURORA, "principal");
        var ticket = AURORA.ticket("{{link}} <b>negrita</b>\nBcc: otro@example.com", customer.email());
        ticket.replied(
                AURORA.agent(),
                "{{link}} <script>alert(1)</script> [pulsa](https://evil.example/x) http://evil.example");
        var mail = MailServer.await(customer.email());
        assertThat(mail.subject()).contains("{{link}}");
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.html())
                .contains("{{link}}")
                .doesNotContain("<script", "<b>negrita", "href=\"https://evil", "http://evil");
    }

    @Test
    @DisplayName(
            "SO-1: nobody is told of a note, of what he said himself, or when he has no address, is blocked, or his portal is off")
    void who_gets_no_mail() {
        var customer = Customer.active(AURORA, "principal");
        var ticket = AURORA.ticket("Sin correo", customer.email());
        ticket.noted(AURORA.agent(), "Nota");
        ticket.changed(AURORA.agent(), Map.of("state", "waiting"));
        var browser = customer.browser();
        var page = "/portal/principal/tickets/" + ticket.number();
        browser.get(page);
        assertThat(browser.post(page + "/replies", "text=Yo+mismo").status()).isEqualTo(303);
        assertThat(mails(customer)).isZero();

        Rows.list("update lienzo.contact set blocked_at = now() where id = ?::uuid", customer.id());
        ticket.replied(AURORA.agent(), "A un bloqueado");
        Rows.list("update lienzo.contact set blocked_at = null where id = ?::uuid", customer.id());
        Rows.list("delete from lienzo.contact_email where contact_id = ?::uuid", customer.id());
        Rows.list("update lienzo.contact set said_email = email where id = ?::uuid", customer.id());
        ticket.replied(AURORA.agent(), "A una dirección que solo dijo");
        assertThat(mails(customer)).isZero();

        var member = Rows.one(
                "select email from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(AURORA));
        AURORA.ticket("De un compañero", member).replied(AURORA.agent(), "Me respondo");
        assertThat(Rows.list(
                        "select 1 from lienzo.outgoing_mail where to_address = ? and kind = 'portal-team-reply'",
                        member))
                .isEmpty();
    }

    @Test
    @DisplayName("FD-4: the mail stands in the list of texts that an Owner edits, with a preview")
    void the_text_can_be_edited() {
        var owner = Browser.signedIn(AURORA, "owner");
        assertThat(owner.get("/organization/mail/templates").body()).contains("portal-team-reply");
    }

    private static int mails(Customer customer) {
        return Rows.list(
                        "select 1 from lienzo.outgoing_mail where to_address = ? and kind = 'portal-team-reply'",
                        customer.email())
                .size();
    }
}

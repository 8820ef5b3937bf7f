package app.lienzo.sender;

import app.lienzo.mail.MailKind;
import app.lienzo.mail.OwnerMails;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The mail to the Owners that their sender is not believed any more.
@ApplicationScoped
class BrokenSender implements MailKind {
    static final String PAGE = "/organization/mail/sender";

    private final OwnerMails mails;
    private final Links links;

    BrokenSender(OwnerMails mails, Links links) {
        this.mails = mails;
        this.links = links;
    }

    @Override
    public String name() {
        return "sender-broken";
    }

    @Override
    public List<String> values() {
        return List.of("name", "domain", "link");
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return Map.of("name", "Ana Pérez", "domain", "example.com", "link", PAGE);
    }

    void tell(String domain) {
        var link = links.to(PAGE).toString();
        mails.send(name(), (_, _) -> Map.of("domain", domain, "link", link));
    }
}

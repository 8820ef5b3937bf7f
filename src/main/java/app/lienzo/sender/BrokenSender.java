package app.lienzo.sender;

import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailKind;
import app.lienzo.mail.MailService;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The mail to the Owners that their sender is not believed any more.
@ApplicationScoped
class BrokenSender implements MailKind {
    static final String PAGE = "/organization/mail/sender";
    private static final int OWNERS_MAX = 20;

    private final MemberService members;
    private final MailService mails;
    private final Links links;
    private final Scope scope;

    BrokenSender(MemberService members, MailService mails, Links links, Scope scope) {
        this.members = members;
        this.mails = mails;
        this.links = links;
        this.scope = scope;
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
        var owners = new MemberQuery(null, OrganizationRole.OWNER, true, null, null, OWNERS_MAX);
        for (var owner : members.search(owners)) mails.send(letter(owner, domain));
    }

    private Letter letter(MemberView owner, String domain) {
        var spoken = owner.language() == null ? scope.organization().language() : owner.language();
        return new Letter(
                name(),
                Languages.offered(spoken).orElse(Languages.DEFAULT),
                owner.email(),
                owner.name(),
                Map.of(
                        "name",
                        owner.name(),
                        "domain",
                        domain,
                        "link",
                        links.to(PAGE).toString()));
    }
}

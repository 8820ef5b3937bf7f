package app.lienzo.channels;

import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.mail.OwnerMails;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Tells whoever asked for a channel what became of it; the Owners, when he is gone by then.
@ApplicationScoped
class ChannelRequestMails {
    private final MemberService members;
    private final MailService mails;
    private final OwnerMails owners;
    private final Links links;
    private final Scope scope;

    ChannelRequestMails(MemberService members, MailService mails, OwnerMails owners, Links links, Scope scope) {
        this.members = members;
        this.mails = mails;
        this.owners = owners;
        this.links = links;
        this.scope = scope;
    }

    /// In the transaction in which it was decided.
    void decided(UUID asker, ChannelRequestView request) {
        boolean activated = request.state() == ChannelRequestState.ACTIVATED;
        var kind = activated ? ChannelRequestMailKinds.ACTIVATED : ChannelRequestMailKinds.DECLINED;
        var path = activated ? ChannelRequestService.PATH + "/" + request.id() : ChannelRequestService.PATH;
        var values = Map.of(
                "number", request.number(),
                "space", request.spaceName(),
                "reason", request.reason(),
                "link", links.to(path).toString());
        members.find(asker)
                .filter(MemberView::active)
                .ifPresentOrElse(to -> write(kind, to, values), () -> owners.send(kind, (_, _) -> values));
    }

    private void write(String kind, MemberView to, Map<String, String> values) {
        var spoken = to.language() == null ? scope.organization().language() : to.language();
        var all = new HashMap<>(values);
        all.put("name", to.name());
        mails.send(new Letter(kind, Languages.offered(spoken).orElse(Languages.DEFAULT), to.email(), to.name(), all));
    }
}

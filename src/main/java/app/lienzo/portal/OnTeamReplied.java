package app.lienzo.portal;

import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.OwnFileService;
import app.lienzo.identity.MemberService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.RichText;
import app.lienzo.kernel.SafeText;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.portalaccess.CustomerLanguage;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.spaces.Vocabularies;
import app.lienzo.tenancy.Links;
import app.lienzo.tickets.CustomerTicketService;
import app.lienzo.tickets.SharedLine;
import app.lienzo.tickets.TicketFile;
import app.lienzo.tickets.TicketReplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The team answered a ticket: who asked for it is told by mail, with the answer and a link to the ticket in his
/// portal. Not for whoever has no address in his file, is blocked, or wrote the answer himself as a member; and not
/// where the portal is switched off, because there is nothing to lead to. Written in the transaction of the answer.
@ApplicationScoped
class OnTeamReplied {
    /// Characters of an answer that stand in the mail; all of it stands in the portal.
    private static final int REPLY_MAX = 1_900;

    private final CustomerTicketService tickets;
    private final OwnFileService contactFiles;
    private final MemberService members;
    private final PortalSiteService sites;
    private final Vocabularies vocabularies;
    private final CustomerLanguage languages;
    private final Links links;
    private final MailService mail;

    OnTeamReplied(
            CustomerTicketService tickets,
            OwnFileService contactFiles,
            MemberService members,
            PortalSiteService sites,
            Vocabularies vocabularies,
            CustomerLanguage languages,
            Links links,
            MailService mail) {
        this.tickets = tickets;
        this.contactFiles = contactFiles;
        this.members = members;
        this.sites = sites;
        this.vocabularies = vocabularies;
        this.languages = languages;
        this.links = links;
        this.mail = mail;
    }

    void replied(@Observes TicketReplied event) {
        if (event.byContact()) return;
        tickets.line(event.ticket(), event.seq()).ifPresent(this::tell);
    }

    private void tell(SharedLine line) {
        var site = sites.find(line.space()).orElse(null);
        var file = contactFiles.find(line.requester()).orElse(null);
        if (site == null || file == null || file.contact().blocked()) return;
        address(file)
                .filter(address -> !address.equalsIgnoreCase(writer(line)))
                .ifPresent(address -> mail.send(letter(line, site, file, address)));
    }

    private Letter letter(SharedLine line, PortalSite site, ContactFile file, String address) {
        var contact = file.contact();
        var language = languages.of(line.space(), contact.language());
        var values = Map.of(
                "name", contact.called(),
                "space", site.space().name(),
                "portal", vocabularies.in(line.space(), language).portalWithin(language),
                "number", Long.toString(line.number()),
                "subject", line.subject(),
                "reply", said(line),
                "link",
                        links.toPortal(line.space(), site.at("/tickets/" + line.number()))
                                .toString());
        return new Letter(TeamReplyMail.NAME, language, address, contact.name(), values);
    }

    /// The words, or what the files are called that came without any.
    private static String said(SharedLine line) {
        var words = RichText.plain(line.entry().body());
        if (words.isEmpty())
            return line.entry().files().stream().map(TicketFile::name).collect(Collectors.joining("\n"));
        return words.length() <= REPLY_MAX ? words : SafeText.cut(words, REPLY_MAX) + "…";
    }

    private String writer(SharedLine line) {
        var author = line.entry().authorId();
        return author == null
                ? ""
                : members.find(author).map(member -> member.email()).orElse("");
    }

    /// His first one; what he only says is his gets no mail.
    private static Optional<String> address(ContactFile file) {
        return file.emails().stream().findFirst().flatMap(email -> EmailAddress.read(email.address()));
    }
}

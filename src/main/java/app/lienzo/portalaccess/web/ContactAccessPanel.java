package app.lienzo.portalaccess.web;

import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.ContactPanel;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.portalaccess.PortalAccessService;
import app.lienzo.portalaccess.PortalAccessView;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.spaces.Vocabularies;
import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact's access to the portal on his page for the team.
@ApplicationScoped
class ContactAccessPanel implements ContactPanel {
    private static final int POSITION = 50;

    private final PortalAccessService access;
    private final PortalSiteService sites;
    private final Vocabularies vocabularies;
    private final CurrentVertxRequest request;

    ContactAccessPanel(
            PortalAccessService access,
            PortalSiteService sites,
            Vocabularies vocabularies,
            CurrentVertxRequest request) {
        this.access = access;
        this.sites = sites;
        this.vocabularies = vocabularies;
        this.request = request;
    }

    /// @param open whether the portal of his space is switched on
    /// @param reachable whether there is an address to write to
    /// @param done what was just done; empty for nothing
    @CheckedTemplate(basePath = "portalaccess", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccessPanel(
            UUID contact, PortalAccessView access, Vocabulary vocabulary, boolean open, boolean reachable, String done)
            implements TemplateInstance {}

    @Override
    public int position() {
        return POSITION;
    }

    @Override
    public Optional<TemplateInstance> of(SignedIn me, ContactFile contact) {
        if (!me.may(Permission.CONTACTS_WORK, contact.contact().space())) return Optional.empty();
        return Optional.of(new AccessPanel(
                contact.contact().id(),
                access.of(contact.contact().id()),
                vocabularies.of(contact.contact().space()),
                sites.open(contact.contact().space()),
                !contact.emails().isEmpty(),
                done()));
    }

    private String done() {
        var asked = request.getCurrent();
        @Nullable String said = asked == null ? null : asked.request().getParam("portal");
        return said == null ? "" : said;
    }
}

package app.lienzo.partners.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.partners.PartnerConfig;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.FrontPage;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The programme page at the platform's own host, for whoever is not signed in there.
@ApplicationScoped
class ProgrammeFront implements FrontPage {
    private final Scope scope;
    private final CurrentMember current;
    private final PartnerConfig config;
    private final Links links;
    private final Languages languages;

    ProgrammeFront(Scope scope, CurrentMember current, PartnerConfig config, Links links, Languages languages) {
        this.scope = scope;
        this.current = current;
        this.config = config;
        this.links = links;
        this.languages = languages;
    }

    @Override
    public Optional<Object> page() {
        if (!scope.find().map(OrganizationView::platform).orElse(false)) return Optional.empty();
        if (current.find().isPresent()) return Optional.empty();
        return Optional.of(new ProgrammeResource.ProgrammePage(
                config.answerHours(), ProgrammePlace.of(links, languages.current())));
    }
}

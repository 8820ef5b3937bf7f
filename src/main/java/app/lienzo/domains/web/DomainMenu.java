package app.lienzo.domains.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The entry in the organization's settings.
@ApplicationScoped
class DomainMenu implements MenuItem {
    private final CurrentMember current;

    DomainMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return DomainResource.PATH;
    }

    @Override
    public String icon() {
        return "world";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(DomainMessages.class, Localized.Literal.of(language.getLanguage()))
                .title();
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public boolean visible() {
        return current.find()
                .map(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION;
    }
}

package app.lienzo.scim.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Provisioning among the organization's settings.
@ApplicationScoped
class ScimMenu implements MenuItem {
    private final CurrentMember current;

    ScimMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/scim";
    }

    @Override
    public String icon() {
        return "sitemap";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(ScimMessages.class, Localized.Literal.of(language.getLanguage()))
                .directory();
    }

    @Override
    public int position() {
        return 80;
    }

    @Override
    public boolean visible() {
        return current.find()
                .map(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_PEOPLE;
    }
}

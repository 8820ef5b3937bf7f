package app.lienzo.sla.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Response times among the organization's settings.
@ApplicationScoped
class PolicyMenu implements MenuItem {
    private final CurrentMember current;

    PolicyMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return PolicyResource.PATH;
    }

    @Override
    public String icon() {
        return "clock";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(SlaMessages.class, Localized.Literal.of(language.getLanguage()))
                .title();
    }

    @Override
    public int position() {
        return 35;
    }

    @Override
    public boolean visible() {
        return current.find()
                .map(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_BUSINESS;
    }
}

package app.lienzo.leaks.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The brand check among the organization's settings.
@ApplicationScoped
class LeakMenu implements MenuItem {
    private final CurrentMember current;

    LeakMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return LeakResource.PATH;
    }

    @Override
    public String icon() {
        return "shield-check";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(LeakMessages.class, Localized.Literal.of(language.getLanguage()))
                .title();
    }

    @Override
    public int position() {
        return 60;
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

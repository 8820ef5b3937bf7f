package app.lienzo.optout.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The entry of the marketing unsubscribe in the organization's settings.
@ApplicationScoped
class OptOutMenu implements MenuItem {
    private final CurrentMember current;

    OptOutMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return OptOutResource.PATH;
    }

    @Override
    public String icon() {
        return "mail-off";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(OptOutMessages.class, Localized.Literal.of(language.getLanguage()))
                .title();
    }

    @Override
    public int position() {
        return 45;
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

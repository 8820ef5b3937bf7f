package app.lienzo.general.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The general settings' entry.
@ApplicationScoped
class GeneralMenu implements MenuItem {
    private final CurrentMember current;

    GeneralMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return GeneralResource.PATH;
    }

    @Override
    public String icon() {
        return "building";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(GeneralMessages.class, Localized.Literal.of(language.getLanguage()))
                .title();
    }

    @Override
    public int position() {
        return 7;
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

package app.lienzo.spaces.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The spaces among the organization's settings: all of them for an Owner, his own for a Manager.
@ApplicationScoped
class SpaceMenu implements MenuItem {
    private final CurrentMember current;

    SpaceMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/spaces";
    }

    @Override
    public String icon() {
        return "layout-grid";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(SpaceMessages.class, Localized.Literal.of(language.getLanguage()))
                .spaces();
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.SPACE_SETTINGS)).orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_PEOPLE;
    }
}

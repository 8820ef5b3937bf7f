package app.lienzo.people.web;

import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The profile's tab with what one may do.
@ApplicationScoped
class AccessMenu implements MenuItem {
    @Override
    public String path() {
        return "/profile/access";
    }

    @Override
    public String icon() {
        return "shield-lock";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(PeopleMessages.class, Localized.Literal.of(language.getLanguage()))
                .access();
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public boolean visible() {
        return true;
    }

    @Override
    public Place place() {
        return Place.PROFILE;
    }
}

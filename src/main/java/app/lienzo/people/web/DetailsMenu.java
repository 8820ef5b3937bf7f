package app.lienzo.people.web;

import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The profile's tab with one's own data and face.
@ApplicationScoped
class DetailsMenu implements MenuItem {
    @Override
    public String path() {
        return "/profile/details";
    }

    @Override
    public String icon() {
        return "edit";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(PeopleMessages.class, Localized.Literal.of(language.getLanguage()))
                .details();
    }

    @Override
    public int position() {
        return 15;
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

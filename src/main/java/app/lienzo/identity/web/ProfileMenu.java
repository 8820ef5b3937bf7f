package app.lienzo.identity.web;

import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The first tab of one's profile.
@ApplicationScoped
class ProfileMenu implements MenuItem {
    @Override
    public String path() {
        return "/profile";
    }

    @Override
    public String icon() {
        return "user";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(IdentityMessages.class, Localized.Literal.of(language.getLanguage()))
                .me();
    }

    @Override
    public int position() {
        return 10;
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

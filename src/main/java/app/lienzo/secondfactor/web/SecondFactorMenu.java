package app.lienzo.secondfactor.web;

import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The profile's tab of the second factor.
@ApplicationScoped
class SecondFactorMenu implements MenuItem {
    @Override
    public String path() {
        return "/profile/second-factor";
    }

    @Override
    public String icon() {
        return "device-mobile";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(SecondFactorMessages.class, Localized.Literal.of(language.getLanguage()))
                .secondFactor();
    }

    @Override
    public int position() {
        return 40;
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

package app.lienzo.recovery.web;

import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The tab of one's password.
@ApplicationScoped
class OwnPasswordMenu implements MenuItem {
    @Override
    public String path() {
        return "/profile/password";
    }

    @Override
    public String icon() {
        return "key";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(RecoveryMessages.class, Localized.Literal.of(language.getLanguage()))
                .password();
    }

    @Override
    public int position() {
        return 20;
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

package app.lienzo.identity.web;

import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The profile's tab of tokens for programs.
@ApplicationScoped
class TokenMenu implements MenuItem {
    @Override
    public String path() {
        return TokenResource.PATH;
    }

    @Override
    public String icon() {
        return "key";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(TokenMessages.class, Localized.Literal.of(language.getLanguage()))
                .tokens();
    }

    @Override
    public int position() {
        return 60;
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

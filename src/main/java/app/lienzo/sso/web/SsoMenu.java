package app.lienzo.sso.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The entry in the organization's settings, beside its people.
@ApplicationScoped
class SsoMenu implements MenuItem {
    private final CurrentMember current;

    SsoMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/sso";
    }

    @Override
    public String icon() {
        return "key";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(SsoMessages.class, Localized.Literal.of(language.getLanguage()))
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
        return Place.ORGANIZATION_PEOPLE;
    }
}

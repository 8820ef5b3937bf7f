package app.lienzo.secondfactor.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The organization's page of what it wants of sign-ins.
@ApplicationScoped
class SecurityMenu implements MenuItem {
    private final CurrentMember current;

    SecurityMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/security";
    }

    @Override
    public String icon() {
        return "shield-lock";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(SecondFactorMessages.class, Localized.Literal.of(language.getLanguage()))
                .security();
    }

    @Override
    public int position() {
        return 50;
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

package app.lienzo.whitelabel.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The brand editor's entry in the organization's settings.
@ApplicationScoped
class WhiteLabelMenu implements MenuItem {
    private final CurrentMember current;

    WhiteLabelMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/white-label";
    }

    @Override
    public String icon() {
        return "palette";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(WhitelabelMessages.class, Localized.Literal.of(language.getLanguage()))
                .whiteLabel();
    }

    @Override
    public int position() {
        return 10;
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

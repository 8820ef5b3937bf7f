package app.lienzo.companies.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The options of companies among the organization's settings.
@ApplicationScoped
class StandingOptionMenu implements MenuItem {
    private final CurrentMember current;

    StandingOptionMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/company-options";
    }

    @Override
    public String icon() {
        return "building";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(CompanyMessages.class, Localized.Literal.of(language.getLanguage()))
                .optionsMenu();
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public boolean visible() {
        return current.find()
                .map(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_BUSINESS;
    }
}

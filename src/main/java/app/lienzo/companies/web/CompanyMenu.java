package app.lienzo.companies.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Companies in the rail.
@ApplicationScoped
class CompanyMenu implements MenuItem {
    private final CurrentMember current;

    CompanyMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/companies";
    }

    @Override
    public String icon() {
        return "building";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(CompanyMessages.class, Localized.Literal.of(language.getLanguage()))
                .companies();
    }

    @Override
    public int position() {
        return 25;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.CONTACTS_WORK)).orElse(false);
    }
}

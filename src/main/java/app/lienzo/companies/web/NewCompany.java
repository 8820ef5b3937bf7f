package app.lienzo.companies.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.NewItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A company among what can be made from anywhere (FD-1).
@ApplicationScoped
class NewCompany implements NewItem {
    private final CurrentMember current;

    NewCompany(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/companies/new";
    }

    @Override
    public String icon() {
        return "building";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(CompanyMessages.class, Localized.Literal.of(language.getLanguage()))
                .company();
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.CONTACTS_WORK)).orElse(false);
    }

    @Override
    public String key() {
        return "o";
    }
}

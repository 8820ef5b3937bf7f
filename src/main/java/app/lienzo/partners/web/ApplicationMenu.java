package app.lienzo.partners.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The applications' entry in the operators' rail.
@ApplicationScoped
class ApplicationMenu implements MenuItem {
    private final CurrentMember current;

    ApplicationMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return PartnerPaths.OPERATOR;
    }

    @Override
    public String icon() {
        return "clipboard-check";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(PartnerMessages.class, Localized.Literal.of(language.getLanguage()))
                .applications();
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.OPERATE)).orElse(false);
    }
}

package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The operators' overview in the rail.
@ApplicationScoped
class OperatorMenu implements MenuItem {
    private final CurrentMember current;

    OperatorMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return OverviewResource.PATH;
    }

    @Override
    public String icon() {
        return "home";
    }

    @Override
    public String label(Locale language) {
        return words(language).overview();
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public boolean visible() {
        return visible(current);
    }

    static boolean visible(CurrentMember current) {
        return current.find().map(me -> me.may(Permission.OPERATE)).orElse(false);
    }

    static OperatorMessages words(Locale language) {
        return MessageBundles.get(OperatorMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}

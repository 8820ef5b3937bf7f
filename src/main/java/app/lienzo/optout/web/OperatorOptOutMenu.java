package app.lienzo.optout.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The queue's entry in the operators' console.
@ApplicationScoped
class OperatorOptOutMenu implements MenuItem {
    private final CurrentMember current;

    OperatorOptOutMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return OperatorOptOutResource.PATH;
    }

    @Override
    public String icon() {
        return "mail-off";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(OptOutMessages.class, Localized.Literal.of(language.getLanguage()))
                .queue();
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.OPERATE)).orElse(false);
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }
}

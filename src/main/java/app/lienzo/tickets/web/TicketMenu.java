package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The lists' entry of the rail.
@ApplicationScoped
class TicketMenu implements MenuItem {
    private final CurrentMember current;

    TicketMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/tickets";
    }

    @Override
    public String icon() {
        return "ticket";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(TicketListMessages.class, Localized.Literal.of(language.getLanguage()))
                .tickets();
    }

    @Override
    public int position() {
        return 15;
    }

    @Override
    public String key() {
        return "t";
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.TICKETS_WORK)).orElse(false);
    }
}

package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.NewItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A ticket, in the drop-down of what can be made (FD-1).
@ApplicationScoped
class NewTicketItem implements NewItem {
    private final CurrentMember current;
    private final TicketLanguage language;

    NewTicketItem(CurrentMember current, TicketLanguage language) {
        this.current = current;
        this.language = language;
    }

    @Override
    public String path() {
        return "/tickets/new";
    }

    @Override
    public String icon() {
        return "ticket";
    }

    @Override
    public String label(Locale locale) {
        return language.in(locale).ticket();
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.TICKETS_WORK)).orElse(false);
    }

    @Override
    public String key() {
        return "t";
    }
}

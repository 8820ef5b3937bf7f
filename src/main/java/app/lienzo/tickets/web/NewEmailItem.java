package app.lienzo.tickets.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.NewItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/// An e-mail among what can be made (FD-1). Locked until there is a channel that an answer could come back by: it says
/// so, and leads to a ticket.
@ApplicationScoped
class NewEmailItem implements NewItem {
    private final CurrentMember current;

    NewEmailItem(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/tickets/new";
    }

    @Override
    public String icon() {
        return "mail";
    }

    @Override
    public String label(Locale language) {
        return words(language).email();
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.TICKETS_WORK)).orElse(false);
    }

    @Override
    public Optional<String> locked(Locale language) {
        return Optional.of(words(language).emailLocked());
    }

    private static TicketListMessages words(Locale language) {
        return MessageBundles.get(TicketListMessages.class, Localized.Literal.of(language.getLanguage()));
    }
}

package app.lienzo.portalaccess;

import app.lienzo.contacts.ContactAdded;
import app.lienzo.contacts.ContactBlocked;
import app.lienzo.contacts.ContactEmailsChanged;
import app.lienzo.contacts.ContactMembershipsChanged;
import app.lienzo.contacts.ContactRemoved;
import app.lienzo.contacts.ContactSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Whoever is added by hand gets an activation mail (FD-4); whoever is blocked or gone, or loses an address, loses his
/// sessions at once, and links that were mailed before lead nowhere.
@ApplicationScoped
class OnContactChanged {
    private final PortalAccessService access;

    OnContactChanged(PortalAccessService access) {
        this.access = access;
    }

    void added(@Observes ContactAdded event) {
        // Not for those who were imported or wrote by themselves (SO-3).
        if (event.source() == ContactSource.FORM) access.welcome(event.contact());
    }

    void blocked(@Observes ContactBlocked event) {
        access.end(event.contact());
    }

    void removed(@Observes ContactRemoved event) {
        access.end(event.contact());
    }

    void emailsChanged(@Observes ContactEmailsChanged event) {
        if (event.lost().isEmpty()) access.endLinks(event.contact());
        else access.addressesLost(event.contact(), event.lost());
    }

    void membershipsChanged(@Observes ContactMembershipsChanged event) {
        access.reconsider(event.contact());
    }
}

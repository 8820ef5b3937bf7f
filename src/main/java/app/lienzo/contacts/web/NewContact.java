package app.lienzo.contacts.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.spaces.Vocabularies;
import app.lienzo.ui.NewItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A contact in the "New" drop-down (FD-1).
@ApplicationScoped
class NewContact implements NewItem {
    private final CurrentMember current;
    private final Vocabularies vocabularies;

    NewContact(CurrentMember current, Vocabularies vocabularies) {
        this.current = current;
        this.vocabularies = vocabularies;
    }

    @Override
    public String path() {
        return "/contacts/new";
    }

    @Override
    public String icon() {
        return "user-plus";
    }

    @Override
    public String label(Locale language) {
        return vocabularies.getOrganization().contact();
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.CONTACTS_WORK)).orElse(false);
    }
}

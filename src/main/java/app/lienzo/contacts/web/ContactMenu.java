package app.lienzo.contacts.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.spaces.Vocabularies;
import app.lienzo.ui.MenuItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The contacts' entry of the rail, called as the organization calls them (SO-2).
@ApplicationScoped
class ContactMenu implements MenuItem {
    private final CurrentMember current;
    private final Vocabularies vocabularies;

    ContactMenu(CurrentMember current, Vocabularies vocabularies) {
        this.current = current;
        this.vocabularies = vocabularies;
    }

    @Override
    public String path() {
        return "/contacts";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public String label(Locale language) {
        return vocabularies.getOrganization().contacts();
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.CONTACTS_WORK)).orElse(false);
    }
}

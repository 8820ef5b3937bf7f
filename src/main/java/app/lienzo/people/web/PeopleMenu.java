package app.lienzo.people.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The people in the organization's settings.
@ApplicationScoped
class PeopleMenu implements MenuItem {
    private final CurrentMember current;

    PeopleMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/people";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(PeopleMessages.class, Localized.Literal.of(language.getLanguage()))
                .people();
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.MEMBERS_MANAGE)).orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_PEOPLE;
    }
}

package app.lienzo.search.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The search's entry of the rail, which also opens the command palette.
@ApplicationScoped
class SearchMenu implements MenuItem {
    private final CurrentMember current;

    SearchMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/search";
    }

    @Override
    public String icon() {
        return "search";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(SearchMessages.class, Localized.Literal.of(language.getLanguage()))
                .search();
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public boolean visible() {
        return current.find()
                .map(me -> me.may(Permission.TICKETS_WORK)
                        || me.may(Permission.CONVERSATIONS_WORK)
                        || me.may(Permission.CONTACTS_WORK))
                .orElse(false);
    }
}

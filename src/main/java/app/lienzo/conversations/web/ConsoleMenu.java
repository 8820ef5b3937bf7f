package app.lienzo.conversations.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The console's entry of the rail.
@ApplicationScoped
class ConsoleMenu implements MenuItem {
    private final CurrentMember current;
    private final ConsoleWords words;

    ConsoleMenu(CurrentMember current, ConsoleWords words) {
        this.current = current;
        this.words = words;
    }

    @Override
    public String path() {
        return "/console";
    }

    @Override
    public String icon() {
        return "inbox";
    }

    @Override
    public String label(Locale language) {
        return words.in(language).console();
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public String key() {
        return "i";
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.CONVERSATIONS_WORK)).orElse(false);
    }
}

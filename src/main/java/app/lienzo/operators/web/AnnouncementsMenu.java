package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.ui.MenuItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Announcements in the operators' rail.
@ApplicationScoped
class AnnouncementsMenu implements MenuItem {
    private final CurrentMember current;

    AnnouncementsMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return AnnouncementsResource.PATH;
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String label(Locale language) {
        return OperatorMenu.words(language).announcements();
    }

    @Override
    public int position() {
        return 55;
    }

    @Override
    public boolean visible() {
        return OperatorMenu.visible(current);
    }
}

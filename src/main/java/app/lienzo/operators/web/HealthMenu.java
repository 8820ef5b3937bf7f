package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.ui.MenuItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// How the house stands, in the operators' rail.
@ApplicationScoped
class HealthMenu implements MenuItem {
    private final CurrentMember current;

    HealthMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return HealthResource.PATH;
    }

    @Override
    public String icon() {
        return "server-2";
    }

    @Override
    public String label(Locale language) {
        return OperatorMenu.words(language).health();
    }

    @Override
    public int position() {
        return 60;
    }

    @Override
    public boolean visible() {
        return OperatorMenu.visible(current);
    }
}

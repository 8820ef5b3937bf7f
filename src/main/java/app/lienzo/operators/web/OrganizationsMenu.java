package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.ui.MenuItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The organizations in the operators' rail.
@ApplicationScoped
class OrganizationsMenu implements MenuItem {
    private final CurrentMember current;

    OrganizationsMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return OrganizationsResource.PATH;
    }

    @Override
    public String icon() {
        return "building";
    }

    @Override
    public String label(Locale language) {
        return OperatorMenu.words(language).accounts();
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public boolean visible() {
        return OperatorMenu.visible(current);
    }
}

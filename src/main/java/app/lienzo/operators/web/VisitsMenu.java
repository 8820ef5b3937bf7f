package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.operators.VisitingService;
import app.lienzo.ui.MenuItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The visits of the support in the organization's settings, once there was one.
@ApplicationScoped
class VisitsMenu implements MenuItem {
    private final CurrentMember current;
    private final VisitingService visiting;

    VisitsMenu(CurrentMember current, VisitingService visiting) {
        this.current = current;
        this.visiting = visiting;
    }

    @Override
    public String path() {
        return VisitsResource.PATH;
    }

    @Override
    public String icon() {
        return "eye";
    }

    @Override
    public String label(Locale language) {
        return OperatorMenu.words(language).visits();
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.AUDIT_SEE)).orElse(false) && visiting.any();
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_PEOPLE;
    }
}

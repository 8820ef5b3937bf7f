package app.lienzo.oversight.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The trail among the organization's settings.
@ApplicationScoped
class AuditMenu implements MenuItem {
    private final CurrentMember current;

    AuditMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/audit";
    }

    @Override
    public String icon() {
        return "history";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(OversightMessages.class, Localized.Literal.of(language.getLanguage()))
                .audit();
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.AUDIT_SEE)).orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_BUSINESS;
    }
}

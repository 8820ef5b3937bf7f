package app.lienzo.plans.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Support plans among the organization's settings.
@ApplicationScoped
class SupportPlanMenu implements MenuItem {
    private final CurrentMember current;

    SupportPlanMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/support-plans";
    }

    @Override
    public String icon() {
        return "stack-2";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(PlanMessages.class, Localized.Literal.of(language.getLanguage()))
                .supportPlans();
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public boolean visible() {
        return current.find()
                .map(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION_BUSINESS;
    }
}

package app.lienzo.setup.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.setup.SetupService;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The check list's entry in the organization's settings, with how many steps are open.
@ApplicationScoped
class SetupMenu implements MenuItem {
    private final CurrentMember current;
    private final SetupService setup;

    SetupMenu(CurrentMember current, SetupService setup) {
        this.current = current;
        this.setup = setup;
    }

    @Override
    public String path() {
        return SetupResource.PATH;
    }

    @Override
    public String icon() {
        return "list-check";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(SetupMessages.class, Localized.Literal.of(language.getLanguage()))
                .title();
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public boolean visible() {
        return current.find()
                .map(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .orElse(false);
    }

    @Override
    public Place place() {
        return Place.ORGANIZATION;
    }

    @Override
    public int open() {
        return setup.open();
    }
}

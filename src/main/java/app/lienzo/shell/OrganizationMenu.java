package app.lienzo.shell;

import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Locale;

/// The way from the rail into the organization's settings: to the first page the person at hand may see.
@ApplicationScoped
class OrganizationMenu implements MenuItem {
    private final Instance<Frame> frame;

    /// @param frame asked late: it is made of the entries, this one among them
    OrganizationMenu(Instance<Frame> frame) {
        this.frame = frame;
    }

    @Override
    public String path() {
        return "/organization";
    }

    @Override
    public String icon() {
        return "settings";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(ShellMessages.class, Localized.Literal.of(language.getLanguage()))
                .settings();
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public boolean visible() {
        return frame.get().organizationStart().isPresent();
    }

    @Override
    public Place place() {
        return Place.RAIL_FOOT;
    }
}

package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.ui.MenuItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The requests for channels in the operators' rail.
@ApplicationScoped
class ChannelRequestsMenu implements MenuItem {
    private final CurrentMember current;

    ChannelRequestsMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return ChannelRequestsResource.PATH;
    }

    @Override
    public String icon() {
        return "plug";
    }

    @Override
    public String label(Locale language) {
        return OperatorMenu.words(language).channels();
    }

    @Override
    public int position() {
        return 35;
    }

    @Override
    public boolean visible() {
        return OperatorMenu.visible(current);
    }
}

package app.lienzo.channels.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The channels' entry in the rail.
@ApplicationScoped
class ChannelMenu implements MenuItem {
    private final CurrentMember current;

    ChannelMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/channels";
    }

    @Override
    public String icon() {
        return "plug";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(ChannelMessages.class, Localized.Literal.of(language.getLanguage()))
                .channels();
    }

    @Override
    public int position() {
        return 80;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.CHANNELS_SEE)).orElse(false);
    }

    @Override
    public Place place() {
        return Place.RAIL_FOOT;
    }
}

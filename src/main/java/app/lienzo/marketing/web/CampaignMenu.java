package app.lienzo.marketing.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// The campaigns' entry in the operators' console.
@ApplicationScoped
class CampaignMenu implements MenuItem {
    private final CurrentMember current;

    CampaignMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return CampaignsResource.PATH;
    }

    @Override
    public String icon() {
        return "send-2";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(MarketingMessages.class, Localized.Literal.of(language.getLanguage()))
                .title();
    }

    @Override
    public int position() {
        return 50;
    }

    @Override
    public boolean visible() {
        return current.find().map(me -> me.may(Permission.OPERATE)).orElse(false);
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }
}

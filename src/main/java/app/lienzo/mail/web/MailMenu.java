package app.lienzo.mail.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.ui.MenuItem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Outgoing mail's entry in the organization's settings.
@ApplicationScoped
class MailMenu implements MenuItem {
    private final CurrentMember current;

    MailMenu(CurrentMember current) {
        this.current = current;
    }

    @Override
    public String path() {
        return "/organization/mail";
    }

    @Override
    public String icon() {
        return "at";
    }

    @Override
    public String label(Locale language) {
        return MessageBundles.get(MailMessages.class, Localized.Literal.of(language.getLanguage()))
                .mail();
    }

    @Override
    public int position() {
        return 50;
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
}

package app.lienzo.portalaccess;

import app.lienzo.mail.MailKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// The kinds of mail about a contact's access: one bean for each, as the port wants them.
class PortalMailKinds {
    @Produces
    @Singleton
    MailKind activation() {
        return new PortalMail(
                PortalMail.ACTIVATION, List.of("name", "space", "portal", "address", "link", "time", "portalLink"));
    }

    @Produces
    @Singleton
    MailKind portalReset() {
        return new PortalMail(PortalMail.RESET, List.of("name", "space", "portal", "address", "link", "time"));
    }

    @Produces
    @Singleton
    MailKind temporary() {
        return new PortalMail(
                PortalMail.TEMPORARY, List.of("name", "space", "portal", "address", "password", "time", "link"));
    }

    @Produces
    @Singleton
    MailKind portalPasswordChanged() {
        return new PortalMail(
                PortalMail.PASSWORD_CHANGED, List.of("name", "space", "portal", "address", "when", "place", "link"));
    }

    @Produces
    @Singleton
    MailKind portalAddressGone() {
        return new PortalMail(PortalMail.ADDRESS_GONE, List.of("space", "portal", "address", "when"));
    }
}

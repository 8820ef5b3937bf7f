package app.lienzo.domains;

import app.lienzo.mail.MailKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// The kinds of mail about names: one bean for each, as the port wants them.
class DomainMailKinds {
    private static final List<String> PLAIN = List.of("name", "host", "link");
    private static final List<String> DATED = List.of("name", "host", "when", "link");

    @Produces
    @Singleton
    MailKind active() {
        return new DomainMail(DomainMail.ACTIVE, PLAIN);
    }

    @Produces
    @Singleton
    MailKind moved() {
        return new DomainMail(DomainMail.MOVED, DATED);
    }

    @Produces
    @Singleton
    MailKind quarantined() {
        return new DomainMail(DomainMail.QUARANTINED, PLAIN);
    }

    @Produces
    @Singleton
    MailKind claimed() {
        return new DomainMail(DomainMail.CLAIMED, DATED);
    }

    @Produces
    @Singleton
    MailKind lost() {
        return new DomainMail(DomainMail.LOST, PLAIN);
    }

    @Produces
    @Singleton
    MailKind certificate() {
        return new DomainMail(DomainMail.CERTIFICATE, DATED);
    }
}

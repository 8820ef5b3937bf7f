package app.lienzo.contacts;

import app.lienzo.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/// Port: a part of a contact's page that a feature above brings, such as his access to the portal.
public interface ContactPanel {
    /// Smaller stands higher.
    int position();

    /// A `section` of the page; nothing for who may not see it.
    Optional<TemplateInstance> of(SignedIn me, ContactFile contact);
}

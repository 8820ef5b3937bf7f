package app.lienzo.contacts;

import app.lienzo.identity.SignedIn;
import java.util.List;
import java.util.UUID;

/// Port: what a contact wrote about, for his page; each feature above that keeps such things brings its lines.
public interface ContactTimeline {
    /// What the member may see of it, newest first; also of those who turned out to be this contact.
    List<TimelineLine> of(SignedIn me, UUID contact, int limit);
}

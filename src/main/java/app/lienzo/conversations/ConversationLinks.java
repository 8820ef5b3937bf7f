package app.lienzo.conversations;

import app.lienzo.identity.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Port: what a conversation leads to, and what can be made of it, for its desk. Implemented by
/// features above, such as `tickets`.
public interface ConversationLinks {
    /// What the member may see of it.
    List<Link> of(SignedIn me, UUID conversation);

    /// What he can make of it; nothing when he may not.
    Optional<Making> making(SignedIn me, ConversationView conversation);

    /// @param icon its picture in the icon font, without `ti-`
    /// @param title what it is called: `#12`
    /// @param state where it stands, in the reader's language
    record Link(String icon, String path, String title, String text, String state) {}

    /// @param path the form that makes it, filled in
    /// @param label of the button, in the reader's language
    /// @param key the letter that leads there; empty for none
    record Making(String icon, String path, String label, String key) {}
}

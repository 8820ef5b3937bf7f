package app.lienzo.people;

import app.lienzo.identity.SignedIn;
import java.util.UUID;

/// Port: what a member has in hand that somebody has to go on with when he leaves. Whatever is not handed
/// over is given up by itself when `identity.MemberLeft` is heard.
public interface OpenWork {
    /// How many things there are.
    int inHandOf(UUID member);

    /// Hands over what the other one may work on, in the caller's transaction.
    void handOver(SignedIn by, UUID from, UUID to);
}

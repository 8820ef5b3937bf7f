package app.lienzo.ui;

import java.util.Optional;

/// Port: people who are no members and have a part of the host to themselves, with a sign-in and sessions of their
/// own. Members' sessions count for nothing there, and theirs for nothing elsewhere.
public interface GuestDoor {
    /// Whether a path of the request at hand belongs to them.
    boolean owns(String path);

    /// What forms of the request at hand are bound to; nothing when none of them is signed in there.
    Optional<String> session();

    /// Where somebody who has to be signed in for a path of theirs is led.
    ///
    /// @param next a local path to come back to
    String signIn(String path, String next);
}

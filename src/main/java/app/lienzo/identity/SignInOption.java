package app.lienzo.identity;

import java.util.Locale;
import java.util.Optional;

/// Port: another way in, shown as a button on the sign-in page.
public interface SignInOption {
    /// What the button says and where it leads.
    ///
    /// @param instead whether it stands in place of the password form, which then hides behind a quiet link
    record Offer(String path, String label, String icon, boolean instead) {}

    Optional<Offer> offer(Locale language);
}

package app.lienzo.sso;

import app.lienzo.identity.SignInOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/// The button on the sign-in page, with the label that the organization gave it.
@ApplicationScoped
class SsoOption implements SignInOption {
    private final SsoService sso;

    SsoOption(SsoService sso) {
        this.sso = sso;
    }

    @Override
    public Optional<Offer> offer(Locale language) {
        return sso.provider()
                .map(SsoProvider::settings)
                .map(settings -> new Offer("/sign-in/sso", settings.label(), "shield-lock", settings.only()));
    }
}

package app.lienzo.portalaccess;

import app.lienzo.ui.LanguagePreference;
import io.quarkus.arc.Arc;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;

/// The contact behind the request at hand, in the space whose portal it is for.
@ApplicationScoped
@Named("contact")
public class CurrentContact implements LanguagePreference {
    /// What a contact who is signed in may use: the pages of his portal.
    public static final String PERMISSION = "PORTAL";

    private final CurrentIdentityAssociation association;

    CurrentContact(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /// @throws UnauthorizedException when nobody is signed in
    public SignedInContact get() {
        return find().orElseThrow(UnauthorizedException::new);
    }

    public Optional<SignedInContact> find() {
        if (!Arc.container().requestContext().isActive()) return Optional.empty();
        return association.getIdentity().getPrincipal() instanceof SignedInContact me
                ? Optional.of(me)
                : Optional.empty();
    }

    /// For templates: null when nobody is signed in.
    public @org.jspecify.annotations.Nullable SignedInContact getPerson() {
        return find().orElse(null);
    }

    @Override
    public Optional<String> language() {
        return find().map(SignedInContact::language);
    }
}

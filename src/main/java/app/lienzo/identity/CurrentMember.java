package app.lienzo.identity;

import app.lienzo.ui.LanguagePreference;
import io.quarkus.arc.Arc;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;

/// The member behind the request at hand.
@ApplicationScoped
@Named("me")
public class CurrentMember implements LanguagePreference {
    private final CurrentIdentityAssociation association;

    CurrentMember(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /// @throws UnauthorizedException when nobody is signed in
    public SignedIn get() {
        return find().orElseThrow(UnauthorizedException::new);
    }

    public Optional<SignedIn> find() {
        if (!Arc.container().requestContext().isActive()) return Optional.empty();
        return association.getIdentity().getPrincipal() instanceof SignedIn me ? Optional.of(me) : Optional.empty();
    }

    @Override
    public Optional<String> language() {
        return find().map(SignedIn::language);
    }
}

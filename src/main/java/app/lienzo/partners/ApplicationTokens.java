package app.lienzo.partners;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the links to an application carry: its id and a signature for one purpose. Nothing of it is kept, so nothing
/// can be read from the database.
@ApplicationScoped
class ApplicationTokens {
    private static final int ID = 36;

    private final Signatures signatures;

    ApplicationTokens(Signatures signatures) {
        this.signatures = signatures;
    }

    /// What a link is for.
    enum Purpose {
        /// Confirms the address, once.
        CONFIRM,
        /// Shows how the application stands.
        FOLLOW
    }

    String token(Purpose purpose, UUID application) {
        return application + "_" + signatures.sign(name(purpose), application.toString());
    }

    Optional<UUID> read(Purpose purpose, @Nullable String token) {
        if (token == null || token.length() <= ID + 1 || token.charAt(ID) != '_') return Optional.empty();
        return Ids.read(token.substring(0, ID))
                .filter(id -> signatures.signed(name(purpose), id.toString(), token.substring(ID + 1)));
    }

    private static String name(Purpose purpose) {
        return switch (purpose) {
            case CONFIRM -> "partner-confirm";
            case FOLLOW -> "partner-follow";
        };
    }
}

package app.lienzo.sso;

import org.jspecify.annotations.Nullable;

/// What a provider answered when it was asked to introduce itself.
///
/// @param fault the first thing that is wrong; null when a sign-in can be tried
/// @param detail what was found instead: a status, another issuer; empty for nothing to show
/// @param issuer the provider's own name for itself
/// @param clientTried whether it was asked about the client too
public record ProviderReport(
        @Nullable Fault fault,
        String detail,
        String issuer,
        boolean secretInBody,
        boolean namesItself,
        boolean clientTried) {

    static ProviderReport bad(Fault fault, String detail) {
        return new ProviderReport(fault, detail, "", false, false, false);
    }

    public boolean good() {
        return fault == null;
    }
}

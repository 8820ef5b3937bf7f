package app.lienzo.acme;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeServerException;

/// What went wrong at an authority, as the order cares about it.
///
/// @param words the authority's own
/// @param retryAfter what it asked for
record Fault(
        Kind kind,
        Reason reason,
        @Nullable String words,
        @Nullable Duration retryAfter) {
    enum Kind {
        /// It asks for quiet.
        BUSY,
        /// It is down, broken or not to be understood; the next one may do better.
        AUTHORITY,
        /// It looked at the host and did not like what it saw.
        HOST,
        /// It will never issue for this name.
        NAME,
        /// The order is not what it was.
        ORDER,
        /// It does not know our account any more.
        ACCOUNT_GONE,
        /// What we want to replace was replaced already (RFC 9773, section 5).
        REPLACED,
        /// Too early; it still works on something.
        EARLY
    }

    static Fault of(Exception failure) {
        return switch (failure) {
            case AcmeLazyLoadingException lazy when lazy.getCause() instanceof AcmeException cause -> of(cause);
            case AcmeNetworkException network when network.getCause() instanceof AuthorityBusy busy -> busy(busy);
            case AcmeNetworkException network ->
                new Fault(
                        Kind.AUTHORITY,
                        Reason.AUTHORITY_UNREACHABLE,
                        String.valueOf(
                                network.getCause() == null
                                        ? network.getMessage()
                                        : network.getCause().toString()),
                        null);
            case AcmeServerException server -> of(server.getProblem());
            case AcmeException other
            when "HTTP 404".equals(other.getMessage()) ->
                new Fault(Kind.ORDER, Reason.ORDER_LAPSED, other.getMessage(), null);
            default -> new Fault(Kind.AUTHORITY, Reason.AUTHORITY_FAILED, failure.getMessage(), null);
        };
    }

    static Fault of(Problem problem) {
        var type = problem.getType().toString().replaceFirst("^urn:ietf:params:acme:error:", "");
        var inner = problem.getSubProblems();
        var words = problem.getDetail().orElse(type);
        if ("compound".equals(type) && !inner.isEmpty()) return of(inner.getFirst());
        return switch (type) {
            case "badNonce" -> new Fault(Kind.AUTHORITY, Reason.NONCE_REFUSED, words, null);
            case "rejectedIdentifier", "unsupportedIdentifier" ->
                new Fault(Kind.NAME, Reason.NAME_REFUSED, words, null);
            case "userActionRequired", "externalAccountRequired", "badSignatureAlgorithm", "invalidContact" ->
                new Fault(Kind.AUTHORITY, Reason.ACCOUNT_REFUSED, words, null);
            case "accountDoesNotExist" -> new Fault(Kind.ACCOUNT_GONE, Reason.ACCOUNT_REFUSED, words, null);
            case "alreadyReplaced" -> new Fault(Kind.REPLACED, Reason.ORDER_LAPSED, words, null);
            case "orderNotReady" -> new Fault(Kind.EARLY, Reason.AUTHORITY_FAILED, words, null);
            case "connection" -> new Fault(Kind.HOST, Reason.HOST_UNREACHABLE, words, null);
            case "dns" -> new Fault(Kind.HOST, Reason.HOST_UNRESOLVED, words, null);
            case "unauthorized", "incorrectResponse" -> new Fault(Kind.HOST, Reason.HOST_ANSWERED_WRONG, words, null);
            case "tls" -> new Fault(Kind.HOST, Reason.HOST_TLS_FAILED, words, null);
            case "caa" -> new Fault(Kind.HOST, Reason.CAA_FORBIDS, words, null);
            case "malformed", "badCSR" -> new Fault(Kind.ORDER, Reason.ORDER_LAPSED, words, null);
            default -> new Fault(Kind.AUTHORITY, Reason.AUTHORITY_FAILED, words, null);
        };
    }

    private static Fault busy(AuthorityBusy busy) {
        var reason = busy.rateLimited() ? Reason.RATE_LIMITED : Reason.AUTHORITY_PAUSED;
        return new Fault(Kind.BUSY, reason, busy.words(), busy.retryAfter());
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + reason.code() + ": " + words;
    }
}

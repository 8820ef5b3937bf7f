package app.lienzo.kernel;

import java.io.Serial;

/// Thrown by the domain when it declines; the edge translates it once, into a page or a problem
/// document.
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient Object[] details;

    private Refused(Refusal refusal, Object... details) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.details = details;
    }

    public Refusal refusal() {
        return refusal;
    }

    /// Values that the words of this refusal mention, in their order: a name, a limit.
    public Object[] details() {
        return details.clone();
    }

    /// The answer for another tenant's thing, a removed thing and a thing that never was.
    public static Refused notFound() {
        return new Refused(new Refusal.NotFound("not-found"));
    }

    public static Refused conflict(String code, Object... details) {
        return new Refused(new Refusal.Conflict(code), details);
    }

    public static Refused forbidden(String code, Object... details) {
        return new Refused(new Refusal.Forbidden(code), details);
    }

    public static Refused invalid(String code, Object... details) {
        return new Refused(new Refusal.Invalid(code), details);
    }

    public static Refused unproved(String code) {
        return new Refused(new Refusal.Unproved(code));
    }

    public static Refused tooLarge(String code, Object... details) {
        return new Refused(new Refusal.TooLarge(code), details);
    }

    public static Refused tooMany(String code, long retryAfterSeconds) {
        return new Refused(new Refusal.TooMany(code, retryAfterSeconds), retryAfterSeconds);
    }
}

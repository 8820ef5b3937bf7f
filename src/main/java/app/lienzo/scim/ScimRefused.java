package app.lienzo.scim;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// What SCIM has a word of its own for (RFC 7644, section 3.12).
public final class ScimRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String scimType;

    /// @param scimType null where the RFC has none
    public ScimRefused(int status, @Nullable String scimType, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.scimType = scimType;
    }

    static ScimRefused invalidValue(String detail) {
        return new ScimRefused(400, "invalidValue", detail);
    }

    static ScimRefused invalidPath(String detail) {
        return new ScimRefused(400, "invalidPath", detail);
    }

    static ScimRefused invalidSyntax(String detail) {
        return new ScimRefused(400, "invalidSyntax", detail);
    }

    static ScimRefused invalidFilter(String detail) {
        return new ScimRefused(400, "invalidFilter", detail);
    }

    public int status() {
        return status;
    }

    public @Nullable String scimType() {
        return scimType;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}

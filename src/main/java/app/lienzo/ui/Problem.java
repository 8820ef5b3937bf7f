package app.lienzo.ui;

import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// A problem document (RFC 9457) in the reader's language.
///
/// @param type `/problems/<code>`: stable, for programs
/// @param detail what happened and what to do, for people
/// @param instance the request's id, to be quoted to support
/// @param errors which parts of what was sent break a rule; left out for none
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String WORDS = "problems";

    /// A part of what was sent that breaks a rule.
    ///
    /// @param pointer where it is, as a JSON pointer (RFC 6901) in a fragment: `#/requester/email`
    /// @param code the rule, kebab-case: `not-null`, `size`
    public record Fault(String pointer, String code) {}

    /// @param code kebab-case, noun first
    public static Problem of(int status, String code, Locale language, String instance, Object... values) {
        var known = Words.has(WORDS, code) ? code : "failed";
        return new Problem(
                URI.create("/problems/" + code),
                Words.text(WORDS, language, "title-" + status),
                status,
                Words.text(WORDS, language, known, values),
                instance,
                List.of());
    }

    /// The same, with what breaks which rule.
    public Problem with(List<Fault> errors) {
        return new Problem(type, title, status, detail, instance, errors);
    }

    public static Problem of(Refused refused, Locale language, String instance) {
        return of(status(refused.refusal()), refused.refusal().code(), language, instance, refused.details());
    }

    /// A new kind of refusal does not compile until it has a status here.
    public static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> 404;
            case Refusal.Conflict _ -> 409;
            case Refusal.Forbidden _ -> 403;
            case Refusal.Invalid _ -> 422;
            case Refusal.Unproved _ -> 400;
            case Refusal.TooLarge _ -> 413;
            case Refusal.TooMany _ -> 429;
        };
    }
}

package app.lienzo.mail;

import java.util.Locale;
import java.util.Map;

/// A mail to be written: of which kind, to whom, and what its template is filled with.
///
/// @param kind name of a [MailKind]
/// @param toName how the recipient is called; may be empty
/// @param values one for each of [MailKind#values]; links come from `tenancy.Links`
public record Letter(String kind, Locale language, String to, String toName, Map<String, String> values) {
    public Letter {
        values = Map.copyOf(values);
    }
}

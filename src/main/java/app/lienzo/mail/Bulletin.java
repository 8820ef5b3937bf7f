package app.lienzo.mail;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/// A mail to one of many, with the way out of the list in it and in its headers.
///
/// @param id makes its Message-ID: the same for every attempt
/// @param subject may mention `{{name}}`
/// @param body Markdown; may mention `{{name}}`
/// @param list what the list is called in its headers, a name below the organization's host
/// @param unsubscribe where a POST takes the reader off the list at once, and a GET shows him a button
public record Bulletin(
        UUID id,
        String to,
        String toName,
        Locale language,
        String subject,
        String body,
        String list,
        URI unsubscribe) {}

/// The trail as its readers see it: a screen with filters, an export and an API. Nouns: entry, query,
/// page. Fires and hears no events. Surprise: it has no table; the trail is `audit`'s, which lies below
/// everybody who is to write into it and so knows neither members nor words.
@NullMarked
package app.lienzo.oversight;

import org.jspecify.annotations.NullMarked;

/// The toolkit: pages, problems, languages, menu slots, events as they are sent. Nouns: problem, words, menu
/// item. Surprise: templates reach the frame by name (`layout/app`), so no class here knows it.
@NullMarked
package app.lienzo.ui;

import org.jspecify.annotations.NullMarked;

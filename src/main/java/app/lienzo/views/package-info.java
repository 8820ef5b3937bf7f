/// Saved lists. Nouns: view, subject. Fires and hears no events. Surprise: a view is the query string of its list and
/// grants nothing.
@NullMarked
package app.lienzo.views;

import org.jspecify.annotations.NullMarked;

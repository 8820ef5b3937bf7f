/// Saved lists. Nouns: view, subject. Fires and hears no events. Surprise: a view is the query string of its list and
/// grants nothing. Lists show theirs with `{#saved-views bar=… /}` and a [app.lienzo.views.ViewBar].
@NullMarked
package app.lienzo.views;

import org.jspecify.annotations.NullMarked;

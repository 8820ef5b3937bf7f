/// What an organization's own plan allows, and the support plans it gives its customers. Nouns: gate, support plan,
/// way. Fires that support plans changed; hears no events. Surprise: the two are different plans; the first the
/// organization bought, the second it sells.
@NullMarked
package app.lienzo.plans;

import org.jspecify.annotations.NullMarked;

/// What an organization looks like to everybody: *brand* (name, two colours, logos, legal links),
/// *palette* (all colours of both themes, computed from those two with their contrast guaranteed),
/// *icon* (drawn from the first letter when none was uploaded). Fires [BrandPublished]. Surprise:
/// everything a browser loads of a brand carries the brand's hash in its path and is answered for the
/// host's own organization only.
@NullMarked
package app.lienzo.branding;

import org.jspecify.annotations.NullMarked;

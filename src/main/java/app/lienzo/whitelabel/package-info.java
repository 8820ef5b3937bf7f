/// The brand editor. *Draft* (what the organization is about to look like; its Owners share one), *version* (what it
/// looked like, the newest few), *preview* (a page of ours in the look of the draft). Hears
/// [app.lienzo.branding.BrandPublished], so that whoever publishes makes a version. Surprise: a draft carries a
/// revision
/// that changes with each change, and nobody writes over one that he did not see.
@NullMarked
package app.lienzo.whitelabel;

import org.jspecify.annotations.NullMarked;

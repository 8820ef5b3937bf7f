/// Looks for names and hosts of the platform, or of another organization, in what an organization's host answers.
/// Nouns: scan, finding.
@NullMarked
package app.lienzo.leaks;

import org.jspecify.annotations.NullMarked;

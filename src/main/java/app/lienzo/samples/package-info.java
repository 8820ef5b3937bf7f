/// Loads organizations from files: brand, people, spaces, channels. For dev, tests and demonstrations;
/// the format is told in `tenants-sample/README.md`. Loading again changes nothing that is there.
@NullMarked
package app.lienzo.samples;

import org.jspecify.annotations.NullMarked;

/// Response clocks. Nouns: clock, target, ledger.
@NullMarked
package app.lienzo.sla;

import org.jspecify.annotations.NullMarked;

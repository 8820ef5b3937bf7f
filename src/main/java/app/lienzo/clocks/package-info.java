/// Countdowns in business time that are replayed from a ledger: started, paused, resumed, started anew, met, late.
/// Nouns:
/// countdown, step, terms. Fires and hears no events. Surprise: it is pure and keeps nothing; whoever has a
/// clock keeps the lines of its ledger, and says in words of his own why a step was taken.
@NullMarked
package app.lienzo.clocks;

import org.jspecify.annotations.NullMarked;

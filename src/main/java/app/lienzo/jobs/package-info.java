/// Durable jobs: queued with their cause in its transaction, run by any replica in the scope of their
/// organization, tried again with growing pauses, kept with a reason when they fail for good. Nouns:
/// job, handler, chore, loop. Surprise: a job whose organization is gone fails closed instead of running in
/// nobody's name.
@NullMarked
package app.lienzo.jobs;

import org.jspecify.annotations.NullMarked;

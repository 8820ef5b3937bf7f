/// Deadlines of the operator's side, replayed from a ledger as response clocks are: the answer to an application, the
/// removal from the marketing list. Nouns: deadline, terms, line. Fires
/// [DeadlineWarned][app.lienzo.deadlines.DeadlineWarned] and
/// [DeadlinePassed][app.lienzo.deadlines.DeadlinePassed], once each, in the platform's scope and inside the transaction
/// that notes it. Surprise: a deadline may come nearer and never moves away by anybody's wish; a change of the
/// calendar leaves those that run as they were promised.
@NullMarked
package app.lienzo.deadlines;

import org.jspecify.annotations.NullMarked;

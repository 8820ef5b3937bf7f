/// The partner programme (BY-2, BY-3): whoever wants to resell applies, confirms his address, and gets an answer within
/// 72 hours. Nouns: application, applicant, line. Hears `DeadlineWarned` and `DeadlinePassed`; fires
/// nothing. Surprise: until an address is confirmed an application is nobody's, has no clock and is forgotten by
/// itself; and the same answer is given whether or not an address is known.
@NullMarked
package app.lienzo.partners;

import org.jspecify.annotations.NullMarked;

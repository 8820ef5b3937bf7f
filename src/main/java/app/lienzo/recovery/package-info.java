/// First sign-in, forgotten passwords and confirmed addresses: what a mailed link opens. Nouns: link,
/// purpose, notice. Observes identity's `PasswordChanged`, `EmailChanged`, `LevelChanged`, `MemberLeft`: unused
/// links die, and the person is told. Surprise: a request for a link is answered before anybody looks whether
/// there is such an account; that happens in a job.
@NullMarked
package app.lienzo.recovery;

import org.jspecify.annotations.NullMarked;

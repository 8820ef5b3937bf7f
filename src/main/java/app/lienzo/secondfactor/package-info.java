/// A second factor beside the password: one-time codes of an app (RFC 6238), recovery codes for who lost it, and
/// the organization's wish that everybody has one. Nouns: second factor, recovery code, policy. Fires
/// [SecondFactorChanged]; hears `MemberLeft`. Surprise: a code is only asked for between the proof and the
/// session (`identity.SignInStep`), so that a session that counts never has to ask whether it was given.
@NullMarked
package app.lienzo.secondfactor;

import org.jspecify.annotations.NullMarked;

package app.lienzo.kernel;

/// The closed vocabulary of what the domain says when it declines. `code` is kebab-case, noun first,
/// and names the words that a person reads.
public sealed interface Refusal {
    String code();

    /// There is no such thing here, or not for you: the two answers are the same on purpose.
    record NotFound(String code) implements Refusal {}

    /// It cannot be done in the state the thing is in now.
    record Conflict(String code) implements Refusal {}

    /// You are known and may not do it.
    record Forbidden(String code) implements Refusal {}

    /// What was sent breaks a rule.
    record Invalid(String code) implements Refusal {}

    /// It lacks the proof that a request needs beside its data, or brings one that does not count.
    record Unproved(String code) implements Refusal {}

    /// More bytes than the limit allows.
    record TooLarge(String code) implements Refusal {}

    /// Too often; `retryAfterSeconds` says when to try again.
    record TooMany(String code, long retryAfterSeconds) implements Refusal {}
}

package app.lienzo.companies;

import java.util.UUID;

/// What became of a company that was told of.
public record Kept(UUID id, Outcome outcome) {
    /// Whether it is new, was changed by what was said, or had all of it already.
    public enum Outcome {
        CREATED,
        CHANGED,
        SAME
    }
}

package app.lienzo.tickets;

/// How a ticket stands to another one, seen from it.
public enum LinkKind {
    RELATED,
    DUPLICATE_OF,
    DUPLICATED_BY,
    PART_OF,
    HAS_PART;

    /// Seen from the other one.
    public LinkKind reversed() {
        return switch (this) {
            case RELATED -> RELATED;
            case DUPLICATE_OF -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATE_OF;
            case PART_OF -> HAS_PART;
            case HAS_PART -> PART_OF;
        };
    }

    /// As it is kept, from the one that is the duplicate or the part.
    String kept() {
        return switch (this) {
            case RELATED -> "RELATED";
            case DUPLICATE_OF, DUPLICATED_BY -> "DUPLICATE";
            case PART_OF, HAS_PART -> "PARENT";
        };
    }

    boolean fromOther() {
        return this == DUPLICATED_BY || this == HAS_PART;
    }
}

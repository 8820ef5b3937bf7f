package app.lienzo.domains;

import java.util.List;

/// What one look at the domain name system found.
///
/// @param records found beside expected, one for each record to make
/// @param causes what is wrong, the most telling first; empty when nothing is
public record Findings(Proof proof, Where where, List<FoundRecord> records, List<Cause> causes) {
    public Findings {
        records = List.copyOf(records);
        causes = List.copyOf(causes);
    }

    /// Whether the text is there that only the owner of the zone can have put there.
    public enum Proof {
        SEEN,
        /// Somebody who must know says that it is not.
        MISSING,
        UNASKED
    }

    /// Where the name leads.
    public enum Where {
        HERE,
        /// Some of its addresses are ours, and some are not.
        PARTLY,
        ELSEWHERE,
        /// It has no address.
        NOWHERE,
        UNASKED
    }

    /// How a record is.
    public enum Match {
        RIGHT,
        WRONG,
        MISSING,
        UNASKED
    }

    /// @param found values in presentation form, cut where they are many
    public record FoundRecord(RecordKind kind, List<String> found, Match match) {
        public FoundRecord {
            found = List.copyOf(found);
        }
    }

    /// @param code names words, `cause-…`
    /// @param detail what they mention: an address, a name
    public record Cause(String code, String detail) {}

    /// Which of the records.
    public enum RecordKind {
        ADDRESS,
        PROOF
    }
}

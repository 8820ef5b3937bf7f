package app.lienzo.contacts;

import java.util.List;
import java.util.stream.Stream;

/// What a merge would make of two files.
///
/// @param result what the kept one's file holds afterwards
/// @param choice what was taken from the other one
/// @param things how many conversations, tickets and the like go over to him
public record MergePreview(
        ContactFile kept, ContactFile duplicate, ContactDetails result, MergeChoice choice, int things) {
    /// One thing that the files say.
    ///
    /// @param name as [MergeChoice#taken] has it
    /// @param choosable whether both say it, and not the same
    /// @param taken whether the other one's is taken
    public record Line(
            String name, List<String> kept, List<String> other, List<String> result, boolean choosable, boolean taken) {
        /// What an own field of the space is known by; empty for what is none.
        public String field() {
            return name.startsWith(MergeChoice.FIELD) ? name.substring(MergeChoice.FIELD.length()) : "";
        }

        /// Which network it is about; empty for none.
        public String network() {
            return name.startsWith(MergeChoice.SOCIAL) ? name.substring(MergeChoice.SOCIAL.length()) : "";
        }
    }

    /// In the order of the form; companies by their names.
    public List<Line> lines() {
        var one = kept.details();
        var other = duplicate.details();
        return MergeChoice.names(one, other).stream()
                .map(name -> new Line(
                        name,
                        shown(name, one),
                        shown(name, other),
                        shown(name, result),
                        MergeChoice.differ(name, one, other),
                        choice.taken().contains(name)))
                .toList();
    }

    private List<String> shown(String name, ContactDetails file) {
        var values = MergeChoice.values(name, file);
        return name.equals("companies") ? values.stream().map(this::companyName).toList() : values;
    }

    private String companyName(String id) {
        return Stream.concat(kept.companies().stream(), duplicate.companies().stream())
                .filter(known -> known.company().toString().equals(id))
                .map(CompanyMembership::name)
                .findFirst()
                .orElse("");
    }
}

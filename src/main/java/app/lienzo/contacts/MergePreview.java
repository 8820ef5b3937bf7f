package app.lienzo.contacts;

import java.util.List;
import java.util.stream.Stream;

/// What a merge would make of two files.
///
/// @param result what the kept one's file holds afterwards
/// @param things how many conversations, tickets and the like go over to him
public record MergePreview(ContactFile kept, ContactFile duplicate, ContactDetails result, int things) {
    /// The names of those that he belongs to afterwards, the default one first.
    public List<String> companies() {
        return result.companies().stream()
                .flatMap(one -> Stream.concat(kept.companies().stream(), duplicate.companies().stream())
                        .filter(known -> known.company().equals(one.company()))
                        .map(CompanyMembership::name)
                        .limit(1))
                .toList();
    }
}

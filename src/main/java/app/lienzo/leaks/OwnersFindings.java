package app.lienzo.leaks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The findings as they are kept for Owners. Where other organizations are named, one for each surface and path,
/// without what stands around, which of them, how many, or how sure: whoever writes names that he is curious about
/// into a text of his own learns that one of them is here, and no more.
final class OwnersFindings {
    private OwnersFindings() {}

    private record Spot(Surface surface, String path) {}

    static List<Finding> of(List<Finding> all) {
        var kept = new ArrayList<Finding>();
        var spots = new LinkedHashMap<Spot, List<Finding>>();
        for (var finding : all) {
            if (finding.kind() == FindingKind.ORGANIZATION)
                spots.computeIfAbsent(new Spot(finding.surface(), finding.path()), _ -> new ArrayList<>())
                        .add(finding);
            else kept.add(finding);
        }
        spots.values().forEach(spot -> kept.add(one(spot)));
        return kept;
    }

    /// With all names in what makes it the same in later scans: who accepts these does not accept others.
    private static Finding one(List<Finding> spot) {
        var first = spot.getFirst();
        var names = spot.stream().map(Finding::name).collect(Collectors.toCollection(TreeSet::new));
        return new Finding(
                FindingKind.ORGANIZATION,
                Severity.HIGH,
                first.surface(),
                first.path(),
                first.place().split(FoundView.SEPARATOR, 2)[0],
                "",
                String.join(" ", names));
    }
}

package app.lienzo.sender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a sender domain.
///
/// @param checkedAt null until it was checked
/// @param proved whether mails go out under it
/// @param since when that changed
/// @param failures checks in a row that did not find all in order
/// @param toldAt when Owners were last told that it is broken
record Sender(
        String domain,
        @Nullable Instant checkedAt,
        boolean proved,
        @Nullable Instant since,
        List<Finding> findings,
        int failures,
        Instant nextCheckAt,
        @Nullable Instant toldAt) {

    static Sender unknown(String domain, Instant now) {
        return new Sender(domain, null, false, null, List.of(), 0, now, null);
    }

    /// What counts after a check: where nobody could be asked, what was found before.
    List<Finding> merged(List<Finding> found) {
        var merged = new ArrayList<Finding>();
        for (var now : found) {
            var before = findings.stream().filter(now::isOf).findFirst();
            merged.add(
                    now.verdict() == Verdict.UNKNOWN && before.isPresent()
                            ? before.get().kept()
                            : now);
        }
        return merged;
    }

    /// Whether DNS showed this key when it was last asked.
    boolean shows(SenderKey key) {
        return findings.stream()
                .anyMatch(finding -> finding.proof() == Proof.DKIM
                        && finding.record().equals(key.record())
                        && finding.verdict().believable());
    }

    /// Whether mails may go out under the sender.
    static boolean proves(List<Finding> findings, List<SenderKey> keys) {
        var active = keys.stream()
                .filter(key -> key.state() == KeyState.ACTIVE)
                .map(SenderKey::record)
                .toList();
        boolean signed = findings.stream()
                .anyMatch(finding ->
                        active.contains(finding.record()) && finding.verdict().believable());
        boolean listed = findings.stream()
                .anyMatch(finding ->
                        finding.proof() == Proof.SPF && finding.verdict().believable());
        return signed && listed;
    }
}

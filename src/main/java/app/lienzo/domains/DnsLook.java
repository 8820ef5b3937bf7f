package app.lienzo.domains;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsFault;
import app.lienzo.dns.DnsService;
import app.lienzo.dns.RecordType;
import app.lienzo.domains.Findings.Cause;
import app.lienzo.domains.Findings.FoundRecord;
import app.lienzo.domains.Findings.Match;
import app.lienzo.domains.Findings.Proof;
import app.lienzo.domains.Findings.RecordKind;
import app.lienzo.domains.Findings.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Looks at what the zone's own servers say of a name, and what is wrong with it. Asks other people's
/// servers for some seconds: nobody holds a transaction meanwhile.
@ApplicationScoped
class DnsLook {
    private static final int SHOWN_MAX = 6;
    private static final int VALUE_MAX = 120;

    private final DnsService dns;
    private final Records records;
    private final OwnAddresses own;
    private final Addresses addresses;

    DnsLook(DnsService dns, Records records, OwnAddresses own, Addresses addresses) {
        this.dns = dns;
        this.records = records;
        this.own = own;
        this.addresses = addresses;
    }

    /// @param stale whether what is missing counts as a mistake by now
    Findings at(String host, String token, boolean stale) {
        var causes = new ArrayList<Cause>();
        // Side by side: four servers that do not answer would take four times as long.
        var text = asked(records.proofName(host), RecordType.TXT);
        var four = asked(host, RecordType.A);
        var six = asked(host, RecordType.AAAA);
        var name = asked(host, RecordType.CNAME);
        var proof = proof(host, token, stale, text.join(), causes);
        var found = Addresses.Found.of(four.join(), six.join(), own.all());
        var alias = name.join() instanceof DnsAnswer.Found aliases
                ? aliases.values().stream().findFirst()
                : Optional.<String>empty();
        var where = found.where(records.target());
        addresses.explain(host, found, where, stale, causes);
        var shown = Stream.concat(alias.stream().map(target -> "CNAME " + target), found.shown())
                .limit(SHOWN_MAX)
                .toList();
        return new Findings(
                proof.proof(),
                where,
                List.of(
                        new FoundRecord(RecordKind.ADDRESS, shown, match(where)),
                        new FoundRecord(RecordKind.PROOF, proof.found(), proof.match())),
                causes);
    }

    private CompletableFuture<DnsAnswer> asked(String name, RecordType type) {
        return CompletableFuture.supplyAsync(() -> dns.askAuthoritative(name, type), Thread::startVirtualThread);
    }

    private record Seen(Proof proof, List<String> found, Match match) {}

    private Seen proof(String host, String token, boolean stale, DnsAnswer answer, List<Cause> causes) {
        var name = records.proofName(host);
        var value = Records.proofValue(token);
        return switch (answer) {
            case DnsAnswer.Found found
            when found.values().contains(value) -> new Seen(Proof.SEEN, cut(found.values()), Match.RIGHT);
            case DnsAnswer.Found found -> {
                causes.add(new Cause("proof-other", name));
                yield new Seen(Proof.MISSING, cut(found.values()), Match.WRONG);
            }
            case DnsAnswer.Absent _ -> {
                causes.add(misplaced(host, name, value)
                        .orElse(new Cause(stale ? "proof-missing" : "proof-waiting", name)));
                yield new Seen(Proof.MISSING, List.of(), Match.MISSING);
            }
            case DnsAnswer.Unanswered(DnsFault fault) -> {
                causes.add(new Cause(Addresses.code(fault), name));
                yield new Seen(Proof.UNASKED, List.of(), Match.UNASKED);
            }
        };
    }

    /// Where it ends up when a provider adds the domain once more, or the label was left out.
    private Optional<Cause> misplaced(String host, String name, String value) {
        for (var wrong : List.of(name + "." + records.zone(host), host)) {
            if (dns.askAuthoritative(wrong, RecordType.TXT) instanceof DnsAnswer.Found found
                    && found.values().contains(value)) return Optional.of(new Cause("proof-misplaced", wrong));
        }
        return Optional.empty();
    }

    private static List<String> cut(List<String> values) {
        return values.stream()
                .limit(SHOWN_MAX)
                .map(value -> value.length() > VALUE_MAX ? value.substring(0, VALUE_MAX) + "…" : value)
                .toList();
    }

    private static Match match(Where where) {
        return switch (where) {
            case HERE -> Match.RIGHT;
            case PARTLY, ELSEWHERE -> Match.WRONG;
            case NOWHERE -> Match.MISSING;
            case UNASKED -> Match.UNASKED;
        };
    }
}

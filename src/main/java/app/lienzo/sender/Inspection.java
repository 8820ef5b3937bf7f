package app.lienzo.sender;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsFault;
import app.lienzo.dns.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One look at all that a receiver would look at.
final class Inspection {
    private final Lookup zone;
    private final Lookup dns;
    private final SpfRoute route;

    Inspection(Lookup zone, Lookup dns, SpfRoute route) {
        this.zone = zone;
        this.dns = dns;
        this.route = route;
    }

    List<Finding> of(String domain, List<SenderKey> keys) {
        var found = new ArrayList<Finding>();
        found.add(new SpfProof(zone, dns, route).of(domain));
        keys.stream().filter(key -> key.state() != KeyState.OLD).map(this::key).forEach(found::add);
        found.add(policy(domain, keys));
        found.add(exchange(domain));
        return found;
    }

    private Finding key(SenderKey key) {
        return switch (zone.ask(key.record(), RecordType.TXT)) {
            case DnsAnswer.Unanswered(var fault) -> key(key, Verdict.UNKNOWN, reason(fault), List.of());
            case DnsAnswer.Absent _ -> key(key, Verdict.BROKEN, missing(key), List.of());
            case DnsAnswer.Found(var texts, var _, var _) -> {
                var state = DkimRecord.compare(texts, key.publicKey());
                var verdict = switch (state) {
                    case RIGHT -> Verdict.GOOD;
                    case TESTING -> Verdict.WARNING;
                    case MISSING, REVOKED, OTHER_KEY, QUOTED, MALFORMED, SEVERAL -> Verdict.BROKEN;
                };
                yield key(key, verdict, "dkim-" + kebab(state.name()), texts);
            }
        };
    }

    /// Many a provider's page appends the domain to a name that ends with it already.
    private String missing(SenderKey key) {
        var doubled = zone.ask(key.record() + "." + key.domain(), RecordType.TXT);
        return doubled instanceof DnsAnswer.Found ? "dkim-name-doubled" : "dkim-missing";
    }

    private static Finding key(SenderKey key, Verdict verdict, String reason, List<String> texts) {
        return new Finding(Proof.DKIM, verdict, reason, key.record(), "TXT", key.value(), texts, true);
    }

    private Finding policy(String domain, List<SenderKey> keys) {
        var own = policy(domain, domain, keys);
        var above = DmarcPolicy.organizational(domain);
        return own.reason().equals("dmarc-missing") && !above.equals(domain) ? policy(domain, above, keys) : own;
    }

    private Finding policy(String domain, String at, List<SenderKey> keys) {
        var record = "_dmarc." + at;
        return switch (zone.ask(record, RecordType.TXT)) {
            case DnsAnswer.Unanswered(var fault) ->
                policy("_dmarc." + domain, Verdict.UNKNOWN, reason(fault), null, List.of());
            case DnsAnswer.Absent _ -> noPolicy(domain);
            case DnsAnswer.Found(var texts, var _, var _) -> {
                var records = texts.stream().filter(DmarcPolicy::isRecord).toList();
                if (records.isEmpty()) yield noPolicy(domain);
                if (records.size() > 1) yield policy(record, Verdict.WARNING, "dmarc-several", null, records);
                var policy = DmarcPolicy.read(records.getFirst(), !at.equals(domain));
                if (policy.isEmpty())
                    yield policy(record, Verdict.WARNING, "dmarc-malformed", "v=DMARC1; p=none", records);
                yield policy.get().enforced() && !signed(domain, keys, policy.get())
                        ? policy(record, Verdict.WARNING, "dmarc-unsigned", null, records)
                        : policy(record, Verdict.GOOD, "dmarc-" + policy.get().policy(), null, records);
            }
        };
    }

    private static boolean signed(String domain, List<SenderKey> keys, DmarcPolicy policy) {
        return keys.stream()
                .filter(key -> key.state() == KeyState.ACTIVE)
                .anyMatch(key -> DmarcPolicy.aligned(domain, key.domain(), policy.strictDkim()));
    }

    private static Finding noPolicy(String domain) {
        return policy("_dmarc." + domain, Verdict.WARNING, "dmarc-missing", "v=DMARC1; p=none", List.of());
    }

    private static Finding policy(
            String record, Verdict verdict, String reason, @Nullable String expected, List<String> found) {
        return new Finding(Proof.DMARC, verdict, reason, record, "TXT", expected, found, true);
    }

    private Finding exchange(String domain) {
        return switch (zone.ask(domain, RecordType.MX)) {
            case DnsAnswer.Unanswered(var fault) -> exchange(domain, Verdict.UNKNOWN, reason(fault), List.of());
            case DnsAnswer.Absent _ -> exchange(domain, Verdict.WARNING, "mx-missing", List.of());
            case DnsAnswer.Found(var values, var _, var _) ->
                values.stream().allMatch(value -> value.matches("[0-9]+ \\.?"))
                        ? exchange(domain, Verdict.WARNING, "mx-none", values)
                        : exchange(domain, Verdict.GOOD, "mx-good", values);
        };
    }

    private static Finding exchange(String domain, Verdict verdict, String reason, List<String> found) {
        return new Finding(Proof.MX, verdict, reason, domain, "MX", null, found, true);
    }

    static String reason(DnsFault fault) {
        return "unanswered-" + kebab(fault.name());
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

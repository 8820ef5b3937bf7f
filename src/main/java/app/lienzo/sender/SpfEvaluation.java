package app.lienzo.sender;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.RecordType;
import com.google.common.net.InetAddresses;
import java.util.List;

/// Evaluates an SPF record for the servers that mails leave by (RFC 7208, 4). Servers that are known by the
/// domain that lists them count as matched where that domain is included. Macros are not filled in: what holds
/// one matches nothing.
final class SpfEvaluation {
    private static final int LOOKUPS_MAX = 10;
    private static final int VOID_MAX = 2;
    private static final int EXCHANGES_MAX = 10;

    private final Lookup dns;
    private final SpfRoute route;
    private int lookups;
    private int voids;
    private boolean everyone;

    SpfEvaluation(Lookup dns, SpfRoute route) {
        this.dns = dns;
        this.route = route;
    }

    /// Whether the domain lets the whole world send in its name.
    boolean everyone() {
        return everyone;
    }

    SpfOutcome of(String domain, List<String> texts) {
        var records = texts.stream().filter(SpfTerm::isRecord).toList();
        if (records.isEmpty()) return SpfOutcome.NONE;
        if (records.size() > 1) return SpfOutcome.SEVERAL_RECORDS;
        var terms = SpfTerm.parse(records.getFirst());
        return terms.isEmpty() ? SpfOutcome.MALFORMED : of(domain, terms.get(), records.getFirst());
    }

    private SpfOutcome of(String domain, List<SpfTerm> terms, String record) {
        for (var term : terms) {
            if (term.qualifier() == ' ') continue;
            if (term.asks() && ++lookups > LOOKUPS_MAX) return SpfOutcome.TOO_MANY_LOOKUPS;
            var match = match(domain, term);
            if (match.isError()) return match;
            if (voids > VOID_MAX) return SpfOutcome.TOO_MANY_LOOKUPS;
            if (match == SpfOutcome.PASS) {
                everyone |= term.name().equals("all") && term.qualifier() == '+';
                return term.meaning();
            }
        }
        var redirect =
                terms.stream().filter(term -> term.name().equals("redirect")).findFirst();
        if (redirect.isEmpty() || terms.stream().anyMatch(term -> term.name().equals("all"))) return SpfOutcome.NEUTRAL;
        if (++lookups > LOOKUPS_MAX) return SpfOutcome.TOO_MANY_LOOKUPS;
        var target = redirect.get().domain();
        return target.equals(route.include()) ? SpfOutcome.PASS : other(target);
    }

    /// PASS for a match, NEUTRAL for none, or an error.
    private SpfOutcome match(String own, SpfTerm term) {
        var domain = term.domain().isEmpty() ? own : term.domain();
        return switch (term.name()) {
            case "all" -> SpfOutcome.PASS;
            case "include" -> include(domain);
            case "ip4", "ip6" -> matched(List.of(domain), term);
            case "a" ->
                route.addresses().isEmpty() || domain.contains("%") ? SpfOutcome.NEUTRAL : hosts(List.of(domain), term);
            case "mx" ->
                route.addresses().isEmpty() || domain.contains("%") ? SpfOutcome.NEUTRAL : exchanges(domain, term);
            default -> SpfOutcome.NEUTRAL;
        };
    }

    private SpfOutcome include(String domain) {
        if (domain.equals(route.include())) return SpfOutcome.PASS;
        if (domain.contains("%")) return SpfOutcome.NEUTRAL;
        var outcome = other(domain);
        return outcome == SpfOutcome.PASS || outcome.isError() ? outcome : SpfOutcome.NEUTRAL;
    }

    private SpfOutcome other(String domain) {
        var answer = dns.ask(domain, RecordType.TXT);
        return switch (answer) {
            case DnsAnswer.Unanswered _ -> SpfOutcome.UNANSWERED;
            case DnsAnswer.Absent _ -> SpfOutcome.INCLUDE_MISSING;
            case DnsAnswer.Found(var texts, var _, var _) -> {
                var outcome = of(domain, texts);
                yield outcome == SpfOutcome.NONE ? SpfOutcome.INCLUDE_MISSING : outcome;
            }
        };
    }

    private SpfOutcome exchanges(String domain, SpfTerm term) {
        return switch (dns.ask(domain, RecordType.MX)) {
            case DnsAnswer.Unanswered _ -> SpfOutcome.UNANSWERED;
            case DnsAnswer.Absent _ -> empty();
            case DnsAnswer.Found(var values, var _, var _) ->
                values.size() > EXCHANGES_MAX
                        ? SpfOutcome.TOO_MANY_LOOKUPS
                        : hosts(
                                values.stream()
                                        .map(value -> value.substring(value.indexOf(' ') + 1))
                                        .toList(),
                                term);
        };
    }

    private SpfOutcome hosts(List<String> hosts, SpfTerm term) {
        boolean some = false;
        for (var host : hosts) {
            for (var family : List.of(RecordType.A, RecordType.AAAA)) {
                boolean wanted = route.addresses().stream()
                        .anyMatch(address -> address.getAddress().length == (family == RecordType.A ? 4 : 16));
                if (!wanted) continue;
                var answer = dns.ask(host, family);
                if (answer instanceof DnsAnswer.Unanswered) return SpfOutcome.UNANSWERED;
                if (!(answer instanceof DnsAnswer.Found(var values, var _, var _))) continue;
                some = true;
                if (matched(values, term) == SpfOutcome.PASS) return SpfOutcome.PASS;
            }
        }
        return some ? SpfOutcome.NEUTRAL : empty();
    }

    private SpfOutcome empty() {
        voids++;
        return SpfOutcome.NEUTRAL;
    }

    private SpfOutcome matched(List<String> networks, SpfTerm term) {
        for (var network : networks) {
            var start = InetAddresses.forString(network);
            if (route.addresses().stream().anyMatch(address -> term.covers(start, address))) return SpfOutcome.PASS;
        }
        return SpfOutcome.NEUTRAL;
    }
}

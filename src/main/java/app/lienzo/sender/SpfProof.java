package app.lienzo.sender;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.RecordType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks whether the domain lists the servers that mails leave by.
final class SpfProof {
    private static final Pattern LAST = Pattern.compile("\\s+([+?~-]?all\\b|redirect=)", Pattern.CASE_INSENSITIVE);

    private final Lookup zone;
    private final Lookup dns;
    private final SpfRoute route;

    /// @param zone asks the domain's own servers
    /// @param dns asks about the domains that it includes
    SpfProof(Lookup zone, Lookup dns, SpfRoute route) {
        this.zone = zone;
        this.dns = dns;
        this.route = route;
    }

    Finding of(String domain) {
        return switch (zone.ask(domain, RecordType.TXT)) {
            case DnsAnswer.Unanswered(var fault) ->
                finding(domain, Verdict.UNKNOWN, Inspection.reason(fault), List.of());
            case DnsAnswer.Absent _ -> judged(domain, List.of());
            case DnsAnswer.Found(var texts, var _, var _) ->
                judged(domain, texts.stream().filter(SpfTerm::isRecord).toList());
        };
    }

    private Finding judged(String domain, List<String> records) {
        if (!route.known()) return finding(domain, Verdict.GOOD, "spf-not-judged", records);
        var evaluation = new SpfEvaluation(dns, route);
        return switch (evaluation.of(domain, records)) {
            case PASS ->
                evaluation.everyone()
                        ? finding(domain, Verdict.WARNING, "spf-everyone", records)
                        : finding(domain, Verdict.GOOD, "spf-good", records);
            case NONE -> missing(domain, "spf-missing", records);
            case NEUTRAL, SOFTFAIL, FAIL -> missing(domain, "spf-not-included", records);
            case SEVERAL_RECORDS -> finding(domain, Verdict.BROKEN, "spf-several", records);
            case MALFORMED -> finding(domain, Verdict.BROKEN, "spf-malformed", records);
            case TOO_MANY_LOOKUPS -> finding(domain, Verdict.BROKEN, "spf-lookups", records);
            case INCLUDE_MISSING -> finding(domain, Verdict.BROKEN, "spf-include-missing", records);
            case UNANSWERED -> finding(domain, Verdict.UNKNOWN, "unanswered-timeout", records);
        };
    }

    /// Of an organization's own server we know where it takes mails, not where it hands them on.
    private Finding missing(String domain, String reason, List<String> records) {
        return route.own()
                ? finding(domain, Verdict.WARNING, "spf-own-server", records)
                : finding(domain, Verdict.BROKEN, reason, records);
    }

    private Finding finding(String domain, Verdict verdict, String reason, List<String> records) {
        var expected = verdict == Verdict.GOOD ? null : wanted(route.mechanism(), records);
        return new Finding(Proof.SPF, verdict, reason, domain, "TXT", expected, records, true);
    }

    /// The record that there is, with what it lacks.
    static @Nullable String wanted(@Nullable String mechanism, List<String> records) {
        if (mechanism == null) return null;
        if (records.isEmpty()) return SpfTerm.VERSION + " " + mechanism + " ~all";
        var record = records.getFirst().replaceAll("(?i)\\s\\+?all\\b", " ~all");
        if (record.contains(mechanism)) return record;
        var last = LAST.matcher(record);
        return last.find()
                ? record.substring(0, last.start()) + " " + mechanism + record.substring(last.start())
                : record + " " + mechanism;
    }
}

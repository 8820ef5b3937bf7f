package app.lienzo.domains;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsService;
import app.lienzo.dns.RecordType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which certificate authorities a zone lets issue (RFC 8659): the name's own records, with those of what
/// it is an alias for, or else its parent's, and so on up.
@ApplicationScoped
class CaaLook {
    private static final Pattern ISSUE =
            Pattern.compile("\\d+ +issue +\"?([^\";]*)(;[^\"]*)?\"?", Pattern.CASE_INSENSITIVE);
    private static final int CLIMB_MAX = 10;

    private final DnsService dns;

    CaaLook(DnsService dns) {
        this.dns = dns;
    }

    /// What was found.
    sealed interface Caa {
        record Anybody() implements Caa {}

        /// @param at the name that has the records
        /// @param issuers as they are written there; none means nobody
        record Only(String at, List<String> issuers) implements Caa {
            public Only {
                issuers = List.copyOf(issuers);
            }
        }

        /// No authority issues while it cannot ask.
        record Unasked(String at) implements Caa {}
    }

    Caa of(String host) {
        var name = host;
        for (int i = 0; i < CLIMB_MAX && name.contains("."); i++) {
            switch (dns.askAuthoritative(name, RecordType.CAA)) {
                case DnsAnswer.Found found -> {
                    return only(name, found.values());
                }
                case DnsAnswer.Unanswered _ -> {
                    return new Caa.Unasked(name);
                }
                case DnsAnswer.Absent _ -> name = name.substring(name.indexOf('.') + 1);
            }
        }
        return new Caa.Anybody();
    }

    /// Records without `issue` restrict other things.
    private static Caa only(String at, List<String> values) {
        var issue = values.stream()
                .map(ISSUE::matcher)
                .filter(found -> found.matches())
                .toList();
        if (issue.isEmpty()) return new Caa.Anybody();
        return new Caa.Only(
                at,
                issue.stream()
                        .map(found -> found.group(1).strip().toLowerCase(Locale.ROOT))
                        .filter(issuer -> !issuer.isEmpty())
                        .distinct()
                        .toList());
    }
}

package app.lienzo.domains;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsFault;
import app.lienzo.dns.DnsService;
import app.lienzo.dns.RecordType;
import app.lienzo.domains.Findings.Cause;
import app.lienzo.domains.Findings.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says in words what is wrong with the addresses of a name.
@ApplicationScoped
class Addresses {
    private final DnsService dns;
    private final Reachability reachability;

    Addresses(DnsService dns, Reachability reachability) {
        this.dns = dns;
        this.reachability = reachability;
    }

    /// What a name leads to.
    ///
    /// @param four IPv4 addresses
    /// @param six IPv6 addresses
    /// @param ours those of both that are this installation's
    /// @param aliases the chain of names on the way
    /// @param fault why one of them could not be asked for
    record Found(
            List<String> four,
            List<String> six,
            List<String> ours,
            List<String> aliases,
            @Nullable DnsFault fault) {

        static Found of(DnsAnswer a, DnsAnswer aaaa, Set<String> own) {
            var four = values(a);
            var six = values(aaaa);
            return new Found(
                    four,
                    six,
                    Stream.concat(four.stream(), six.stream())
                            .filter(own::contains)
                            .toList(),
                    a instanceof DnsAnswer.Found found ? found.aliases() : List.of(),
                    fault(a, aaaa));
        }

        /// @param target what aliases should lead to: who gets there is here, whatever its addresses
        Where where(String target) {
            int all = four.size() + six.size();
            if (all == 0) return fault == null ? Where.NOWHERE : Where.UNASKED;
            if (ours.size() == all || aliases.contains(target)) return Where.HERE;
            return ours.isEmpty() ? Where.ELSEWHERE : Where.PARTLY;
        }

        Stream<String> shown() {
            return Stream.concat(
                    four.stream().map(address -> "A " + address), six.stream().map(address -> "AAAA " + address));
        }

        List<String> foreign() {
            return Stream.concat(four.stream(), six.stream())
                    .filter(address -> !ours.contains(address))
                    .toList();
        }

        private static List<String> values(DnsAnswer answer) {
            return answer instanceof DnsAnswer.Found found
                    ? found.values().stream().map(OwnAddresses::canonical).toList()
                    : List.of();
        }

        private static @Nullable DnsFault fault(DnsAnswer a, DnsAnswer aaaa) {
            if (a instanceof DnsAnswer.Unanswered(DnsFault fault)) return fault;
            return aaaa instanceof DnsAnswer.Unanswered(DnsFault fault) ? fault : null;
        }
    }

    void explain(String host, Found found, Where where, boolean stale, List<Cause> causes) {
        var first = new ArrayList<Cause>();
        if (found.fault() != null) first.add(new Cause(code(found.fault()), host));
        switch (where) {
            case HERE -> here(host, found, first);
            case PARTLY -> {
                var foreign = String.join(", ", found.foreign());
                boolean six = found.foreign().stream().allMatch(found.six()::contains);
                first.add(new Cause(six ? "address-ipv6" : "address-conflict", foreign));
            }
            case ELSEWHERE -> first.add(elsewhere(host, found));
            case NOWHERE -> first.add(new Cause(stale ? "address-missing" : "address-waiting", host));
            case UNASKED -> {
                // The fault says it.
            }
        }
        causes.addAll(0, first);
    }

    /// A stranger's address that answers as we do is a proxy in front of us.
    private Cause elsewhere(String host, Found found) {
        var address = found.foreign().getFirst();
        return new Cause(
                reachability.of(host, address) == Reachability.Reach.US ? "address-proxy" : "address-elsewhere",
                address);
    }

    private void here(String host, Found found, List<Cause> causes) {
        // What its own servers say, the resolvers of the world may not know yet, or not believe.
        switch (dns.ask(host, RecordType.A)) {
            case DnsAnswer.Unanswered(DnsFault fault)
            when fault == DnsFault.SERVFAIL -> causes.add(new Cause("dnssec-broken", host));
            case DnsAnswer.Absent _ when !found.four().isEmpty() -> causes.add(new Cause("dns-spreading", host));
            case DnsAnswer.Found _, DnsAnswer.Absent _, DnsAnswer.Unanswered _ -> {
                // Known, or nothing to be said of it here.
            }
        }
        var address =
                found.four().isEmpty() ? found.six().getFirst() : found.four().getFirst();
        switch (reachability.of(host, address)) {
            case NOBODY -> causes.add(new Cause("port-closed", address));
            case REDIRECTED -> causes.add(new Cause("port-redirects", address));
            case SOMEBODY_ELSE -> causes.add(new Cause("port-answers-other", address));
            case US, UNASKED -> {
                // Reached, or not to be tried.
            }
        }
    }

    static String code(DnsFault fault) {
        return switch (fault) {
            case SERVFAIL -> "dns-fails";
            case TIMEOUT -> "dns-silent";
            case REFUSED -> "dns-refuses";
            case LOOP -> "dns-loops";
            case TOO_MUCH -> "dns-too-much";
        };
    }
}

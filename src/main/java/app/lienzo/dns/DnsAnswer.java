package app.lienzo.dns;

import java.time.Duration;
import java.util.List;

/// What the domain name system says. Only [Absent] means that something is not there.
public sealed interface DnsAnswer {
    /// @param values in presentation form: an address as RFC 5952 writes it, a host in lower case without its
    ///     last dot, `priority host`, the strings of a TXT record joined, `flags tag "value"`; never empty
    /// @param ttl how long caches may keep it, the shortest of the chain
    /// @param aliases the CNAME chain that was followed, without the name asked for
    record Found(List<String> values, Duration ttl, List<String> aliases) implements DnsAnswer {
        public Found {
            values = List.copyOf(values);
            aliases = List.copyOf(aliases);
        }
    }

    /// The name or the record does not exist, and somebody who must know says so.
    record Absent() implements DnsAnswer {}

    /// Could not ask. Nothing follows from it.
    record Unanswered(DnsFault fault) implements DnsAnswer {}
}

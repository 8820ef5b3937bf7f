package app.lienzo.domains;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsService;
import app.lienzo.dns.RecordType;
import com.google.common.net.InetAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where this installation is reached.
@ApplicationScoped
class OwnAddresses {
    private final DnsService dns;
    private final Records records;
    private final DomainConfig config;

    OwnAddresses(DnsService dns, Records records, DomainConfig config) {
        this.dns = dns;
        this.records = records;
        this.config = config;
    }

    /// In the form of RFC 5952; empty when nobody said and nobody could be asked.
    Set<String> all() {
        var configured = config.addresses();
        if (configured.isPresent())
            return configured.get().stream().map(OwnAddresses::canonical).collect(Collectors.toSet());
        return Stream.of(RecordType.A, RecordType.AAAA)
                .map(type -> dns.ask(records.target(), type))
                .flatMap(answer -> answer instanceof DnsAnswer.Found found ? found.values().stream() : Stream.empty())
                .map(OwnAddresses::canonical)
                .collect(Collectors.toSet());
    }

    static String canonical(String address) {
        return InetAddresses.toAddrString(InetAddresses.forString(address.strip()));
    }
}

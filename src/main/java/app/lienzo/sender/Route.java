package app.lienzo.sender;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsService;
import app.lienzo.dns.RecordType;
import com.google.common.net.InetAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Knows by which servers mails of an organization leave.
@ApplicationScoped
class Route {
    private final DnsService dns;
    private final SenderConfig config;

    Route(DnsService dns, SenderConfig config) {
        this.dns = dns;
        this.config = config;
    }

    /// @param server the organization's own; null for the installation's
    SpfRoute by(@Nullable String server) {
        return server == null ? installation() : own(server);
    }

    private SpfRoute installation() {
        var include = config.spfInclude()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .orElse(null);
        var addresses = config.addresses().orElse(List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(InetAddresses::forString)
                .toList();
        var mechanism = include != null ? "include:" + include : networks(addresses);
        return new SpfRoute(include, addresses, mechanism, false);
    }

    private static @Nullable String networks(List<InetAddress> addresses) {
        return addresses.isEmpty()
                ? null
                : addresses.stream()
                        .map(address -> (address.getAddress().length == 4 ? "ip4:" : "ip6:")
                                + InetAddresses.toAddrString(address))
                        .collect(Collectors.joining(" "));
    }

    private SpfRoute own(String server) {
        if (InetAddresses.isInetAddress(server)) {
            var address = List.of(InetAddresses.forString(server));
            return new SpfRoute(null, address, networks(address), true);
        }
        var addresses = new ArrayList<InetAddress>();
        for (var family : List.of(RecordType.A, RecordType.AAAA)) {
            if (dns.ask(server, family) instanceof DnsAnswer.Found(var values, var _, var _))
                values.stream().map(InetAddresses::forString).forEach(addresses::add);
        }
        return new SpfRoute(null, addresses, "a:" + server, true);
    }
}

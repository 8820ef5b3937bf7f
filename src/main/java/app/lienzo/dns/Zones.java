package app.lienzo.dns;

import app.lienzo.kernel.PublicAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Finds the zone that a name belongs to, and its servers. Their names and addresses are what a stranger wrote
/// into his zone: those that lead into private networks are left out.
final class Zones {
    private static final int SERVERS_MAX = 3;

    private final DnsConfig config;
    private final Servers resolvers;
    private final Resolution resolution;

    Zones(DnsConfig config, Servers resolvers, Resolution resolution) {
        this.config = config;
        this.resolvers = resolvers;
        this.resolution = resolution;
    }

    /// @return empty when the zone was not found or none of its servers may be asked
    Optional<Zone> of(Name name, Budget budget) throws CouldNotAsk {
        var candidate = name;
        while (candidate.labels() > 1) {
            var answer = resolvers.ask(Resolution.question(candidate, Type.NS), budget);
            var servers = Chain.at(candidate, Type.NS, answer.getSection(Section.ANSWER));
            if (!servers.isEmpty()) {
                var hosts = servers.stream()
                        .limit(SERVERS_MAX)
                        .map(server -> ((NSRecord) server).getTarget())
                        .toList();
                return zone(candidate, hosts, budget);
            }
            candidate = above(candidate, answer);
        }
        return Optional.empty();
    }

    /// Who says that something is not there names the zone with it; else it is one label up.
    private static Name above(Name name, Message answer) {
        return answer.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.SOA)
                .map(Record::getName)
                .filter(apex -> name.subdomain(apex) && apex.labels() < name.labels())
                .findFirst()
                .orElseGet(() -> new Name(name, 1));
    }

    private Optional<Zone> zone(Name apex, List<Name> hosts, Budget budget) throws CouldNotAsk {
        var addresses = addresses(hosts, RecordType.A, budget);
        if (addresses.isEmpty()) addresses = addresses(hosts, RecordType.AAAA, budget);
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Zone(apex, new Servers(addresses, true, config.tryPatience())));
    }

    private List<InetSocketAddress> addresses(List<Name> hosts, RecordType family, Budget budget) throws CouldNotAsk {
        var found = new ArrayList<InetSocketAddress>();
        for (var host : hosts) {
            var reading = resolution.byResolvers(host, family.code(), budget);
            if (!(reading.answer() instanceof DnsAnswer.Found(var values, var _, var _))) continue;
            values.stream()
                    .map(InetAddress::ofLiteral)
                    .filter(address -> config.anywhere() || PublicAddress.is(address))
                    .findFirst()
                    .ifPresent(address -> found.add(new InetSocketAddress(address, config.authoritativePort())));
        }
        return found;
    }
}

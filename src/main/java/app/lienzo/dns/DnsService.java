package app.lienzo.dns;

import com.google.common.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.TextParseException;

/// The door: asks the domain name system. A question costs at most [DnsConfig#queriesMax] messages and
/// [DnsConfig#patience]; it waits for other people's servers, so nobody holds a transaction meanwhile.
@ApplicationScoped
public class DnsService {
    private static final int PORT = 53;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_*.-]{1,254}");

    private final DnsConfig config;

    DnsService(DnsConfig config) {
        this.config = config;
    }

    /// What the configured resolvers say, which may be as old as the record's time to live.
    ///
    /// @param name in ASCII; one that cannot exist is absent
    public DnsAnswer ask(String name, RecordType type) {
        return read(name, type, false).answer();
    }

    /// What the zone's own servers say. Where they cannot be asked, or must not, as [#ask].
    public DnsAnswer askAuthoritative(String name, RecordType type) {
        return readAuthoritative(name, type).answer();
    }

    /// Like [#askAuthoritative], and says whether it was the zone's own servers that answered.
    public DnsReading readAuthoritative(String name, RecordType type) {
        return read(name, type, config.authoritative());
    }

    private DnsReading read(String name, RecordType type, boolean authoritative) {
        var asked = parse(name);
        if (asked.isEmpty()) return new DnsReading(new DnsAnswer.Absent(), false);
        var resolvers = new Servers(resolvers(), false, config.tryPatience());
        var resolution = new Resolution(config, resolvers);
        var budget = Budget.of(config.queriesMax(), config.patience());
        try {
            if (authoritative) {
                var direct = direct(asked.get(), type, new Zones(config, resolvers, resolution), resolution, budget);
                if (direct.isPresent()) return direct.get();
            }
            return resolution.byResolvers(asked.get(), type.code(), budget);
        } catch (CouldNotAsk fault) {
            return new DnsReading(new DnsAnswer.Unanswered(fault.fault()), false);
        }
    }

    /// Spends no more than two thirds: the resolvers are there when the zone's servers are not.
    private Optional<DnsReading> direct(Name name, RecordType type, Zones zones, Resolution resolution, Budget budget) {
        var part = budget.part(
                config.queriesMax() * 2 / 3, config.patience().multipliedBy(2).dividedBy(3));
        try {
            var zone = zones.of(name, part);
            return zone.isEmpty()
                    ? Optional.empty()
                    : Optional.of(resolution.byZone(zone.get(), name, type.code(), part));
        } catch (CouldNotAsk _) {
            return Optional.empty();
        }
    }

    private List<InetSocketAddress> resolvers() {
        var configured = config.servers().filter(servers -> !servers.isEmpty());
        if (configured.isEmpty()) return ResolverConfig.getCurrentConfig().servers();
        return configured.get().stream()
                .map(server -> HostAndPort.fromString(server.strip()).withDefaultPort(PORT))
                .map(server -> new InetSocketAddress(server.getHost(), server.getPort()))
                .toList();
    }

    private static Optional<Name> parse(String name) {
        if (!NAME.matcher(name).matches()) return Optional.empty();
        try {
            return Optional.of(Name.fromString(name.endsWith(".") ? name : name + "."));
        } catch (TextParseException _) {
            return Optional.empty();
        }
    }
}

package app.lienzo.dns;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Asks, and follows aliases itself: the library's own way of doing that never ends when a server means harm.
final class Resolution {
    private final DnsConfig config;
    private final Servers resolvers;

    Resolution(DnsConfig config, Servers resolvers) {
        this.config = config;
        this.resolvers = resolvers;
    }

    DnsReading byResolvers(Name name, int type, Budget budget) throws CouldNotAsk {
        return follow(new Chain(name, config.aliasesMax()), type, budget, null);
    }

    /// Aliases that lead out of the zone are followed by the resolvers; the reading says so.
    DnsReading byZone(Zone zone, Name name, int type, Budget budget) throws CouldNotAsk {
        return follow(new Chain(name, config.aliasesMax()), type, budget, zone);
    }

    private DnsReading follow(Chain chain, int type, Budget budget, @Nullable Zone zone) throws CouldNotAsk {
        boolean direct = true;
        while (true) {
            var asked = chain.end();
            boolean own = zone != null && asked.subdomain(zone.apex());
            direct &= own;
            var answer = (own && zone != null ? zone.servers() : resolvers).ask(question(asked, type), budget);
            var records = answer.getSection(Section.ANSWER);
            if (!Chain.concerns(asked, records)) throw new CouldNotAsk(DnsFault.SERVFAIL);
            var found = chain.follow(records, type);
            if (!found.isEmpty()) return new DnsReading(found(found, chain), direct);
            if (answer.getRcode() == Rcode.NXDOMAIN || chain.end().equals(asked))
                return new DnsReading(new DnsAnswer.Absent(), direct);
        }
    }

    static Record question(Name name, int type) {
        return Record.newRecord(name, type, DClass.IN);
    }

    private DnsAnswer found(List<Record> records, Chain chain) throws CouldNotAsk {
        var values = records.stream().map(Presentation::of).toList();
        if (values.stream().mapToInt(String::length).sum() > config.textMax()) throw new CouldNotAsk(DnsFault.TOO_MUCH);
        var aliases = chain.aliases().stream().map(Presentation::of).toList();
        return new DnsAnswer.Found(values, Duration.ofSeconds(chain.ttl()), aliases);
    }
}

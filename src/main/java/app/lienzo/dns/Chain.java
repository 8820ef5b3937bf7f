package app.lienzo.dns;

import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Where the aliases of a name have led so far.
final class Chain {
    private final int max;
    private final List<Name> names = new ArrayList<>();
    private long ttl = Integer.MAX_VALUE;

    Chain(Name name, int max) {
        this.max = max;
        names.add(name);
    }

    Name end() {
        return names.getLast();
    }

    List<Name> aliases() {
        return names.subList(1, names.size());
    }

    long ttl() {
        return ttl;
    }

    /// The records of this type at the chain's end, after following what these records hold of it.
    List<Record> follow(List<Record> records, int type) throws CouldNotAsk {
        while (true) {
            var wanted = at(end(), type, records);
            if (!wanted.isEmpty()) {
                wanted.forEach(record -> ttl = Math.min(ttl, record.getTTL()));
                return wanted;
            }
            var next = at(end(), Type.CNAME, records);
            if (next.isEmpty()) return List.of();
            add((CNAMERecord) next.getFirst());
        }
    }

    /// Whether an answer holds anything about a name; one that speaks only of others is none.
    static boolean concerns(Name name, List<Record> records) {
        return records.isEmpty() || records.stream().anyMatch(record -> isAt(name, record));
    }

    static List<Record> at(Name name, int type, List<Record> records) {
        return records.stream()
                .filter(record -> record.getType() == type && isAt(name, record))
                .toList();
    }

    private static boolean isAt(Name name, Record record) {
        return record.getDClass() == DClass.IN && record.getName().equals(name);
    }

    private void add(CNAMERecord alias) throws CouldNotAsk {
        if (names.contains(alias.getTarget())) throw new CouldNotAsk(DnsFault.LOOP);
        if (names.size() > max) throw new CouldNotAsk(DnsFault.TOO_MUCH);
        ttl = Math.min(ttl, alias.getTTL());
        names.add(alias.getTarget());
    }
}

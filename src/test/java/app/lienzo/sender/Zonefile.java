package app.lienzo.sender;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsFault;
import app.lienzo.dns.RecordType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names that a test knows.
final class Zonefile implements Lookup {
    private final Map<String, List<String>> records = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    final List<String> asked = new ArrayList<>();

    Zonefile txt(String name, String... texts) {
        return set(name, RecordType.TXT, texts);
    }

    Zonefile set(String name, RecordType type, String... values) {
        records.put(type + " " + name, List.of(values));
        return this;
    }

    Zonefile fails(String name) {
        broken.add(name);
        return this;
    }

    Zonefile works(String name) {
        broken.remove(name);
        return this;
    }

    @Override
    public DnsAnswer ask(String name, RecordType type) {
        asked.add(type + " " + name);
        if (broken.contains(name)) return new DnsAnswer.Unanswered(DnsFault.SERVFAIL);
        var values = records.getOrDefault(type + " " + name, List.of());
        return values.isEmpty()
                ? new DnsAnswer.Absent()
                : new DnsAnswer.Found(values, Duration.ofMinutes(1), List.of());
    }
}

package app.lienzo.domains;

import app.lienzo.mail.MailKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A mail about a name, to each Owner.
record DomainMail(String name, List<String> values) implements MailKind {
    static final String ACTIVE = "domains-active";
    static final String MOVED = "domains-moved";
    static final String QUARANTINED = "domains-quarantined";
    static final String CLAIMED = "domains-claimed";
    static final String LOST = "domains-lost";
    static final String CERTIFICATE = "domains-certificate";

    @Override
    public Map<String, String> sample(Locale language) {
        var sample = new HashMap<>(Map.of(
                "name", "Mara Ruiz", "host", "help.acme.com", "when", "24.12.2026", "link", "/organization/domains"));
        sample.keySet().retainAll(values);
        return Map.copyOf(sample);
    }
}

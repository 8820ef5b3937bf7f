package app.lienzo.domains;

import app.lienzo.domains.Findings.RecordKind;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Sites;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;

/// Which records a name needs. Neither their names nor their values say whose platform it is, beyond the
/// host that has to be pointed at; and which that is, the operator chooses.
@ApplicationScoped
class Records {
    private final Scope scope;
    private final Sites sites;
    private final DomainConfig config;

    Records(Scope scope, Sites sites, DomainConfig config) {
        this.scope = scope;
        this.sites = sites;
        this.config = config;
    }

    String proofName(String host) {
        return config.proofLabel() + "." + host;
    }

    static String proofValue(String token) {
        return "site-proof=" + token;
    }

    /// What CNAME records lead to.
    String target() {
        return config.edgeHost().orElseGet(() -> sites.platformName(scope.organization()));
    }

    List<RecordToMake> of(String host, String token) {
        var wanted = new ArrayList<RecordToMake>();
        var addresses = config.addresses().orElse(List.of());
        if (!apex(host)) wanted.add(record(RecordKind.ADDRESS, "CNAME", host, target(), host));
        else if (addresses.isEmpty()) wanted.add(record(RecordKind.ADDRESS, "ALIAS", host, target(), host));
        else for (var address : addresses) wanted.add(record(RecordKind.ADDRESS, type(address), host, address, host));
        wanted.add(record(RecordKind.PROOF, "TXT", proofName(host), proofValue(token), host));
        return wanted;
    }

    boolean apex(String host) {
        return WantedName.of(host, 0, config.specialAllowed().orElse(List.of())).apex();
    }

    private RecordToMake record(RecordKind kind, String type, String name, String value, String host) {
        return new RecordToMake(
                kind, type, name, label(name, host), value, config.recordTime().toSeconds());
    }

    private String label(String name, String host) {
        var zone = zone(host);
        return name.equals(zone) ? "@" : name.substring(0, name.length() - zone.length() - 1);
    }

    /// The registered domain, which is what providers have a page for.
    String zone(String host) {
        if (apex(host)) return host;
        var name = InternetDomainName.from(LookAlikes.shown(host));
        int labels =
                name.isUnderPublicSuffix() ? name.topPrivateDomain().parts().size() : 2;
        var rest = host;
        while (rest.chars().filter(letter -> letter == '.').count() >= labels)
            rest = rest.substring(rest.indexOf('.') + 1);
        return rest;
    }

    private static String type(String address) {
        return InetAddresses.forString(address) instanceof Inet4Address ? "A" : "AAAA";
    }
}

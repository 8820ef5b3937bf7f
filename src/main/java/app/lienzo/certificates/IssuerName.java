package app.lienzo.certificates;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// How people call an authority: the organization it belongs to, or else its common name.
final class IssuerName {
    private static final int LENGTH_MAX = 300;

    private IssuerName() {}

    static String of(X509Certificate certificate) {
        var written = certificate.getIssuerX500Principal().getName();
        var name = part(written, "O");
        if (name.isEmpty()) name = part(written, "CN");
        if (name.isEmpty()) name = written;
        return name.length() > LENGTH_MAX ? name.substring(0, LENGTH_MAX) : name;
    }

    private static String part(String written, String type) {
        try {
            return new LdapName(written)
                    .getRdns().stream()
                            .filter(one -> one.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(Object::toString)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }
}

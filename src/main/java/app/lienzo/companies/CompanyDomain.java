package app.lienzo.companies;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.ClassPath;
import com.google.common.net.InternetDomainName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Domains by which the people of a company are known. What many strangers share is nobody's: an ending under which
/// anybody registers, and a provider that gives anybody an address.
final class CompanyDomain {
    private static final Set<String> FREE_MAIL = new String(
                    ClassPath.read("companies/free-mail.txt"), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableSet());

    private CompanyDomain() {}

    /// What was typed, each in the form it is kept in, none twice.
    ///
    /// @param typed also with an `@` or an address of a page around it
    /// @throws Refused `company-domain-invalid`, `company-domain-ending`, `company-domain-free`, each with
    ///     the domain
    static List<String> read(List<String> typed) {
        var domains = new LinkedHashSet<String>();
        for (var one : typed) {
            var bare = bare(one);
            if (!bare.isEmpty()) domains.add(read(bare, one.strip()));
        }
        return List.copyOf(domains);
    }

    private static String read(String bare, String typed) {
        // An address is read here to read its domain: one set of rules for both.
        var domain = EmailAddress.read("a@" + bare)
                .map(EmailAddress::domain)
                .orElseThrow(() -> Refused.invalid("company-domain-invalid", typed));
        if (!InternetDomainName.isValid(domain)) throw Refused.invalid("company-domain-invalid", typed);
        var name = InternetDomainName.from(domain);
        if (name.isPublicSuffix()) throw Refused.invalid("company-domain-ending", domain);
        if (free(domain)) throw Refused.invalid("company-domain-free", domain);
        return domain;
    }

    /// Whether addresses of this domain belong to anybody: mail.yahoo.com as well as yahoo.com.
    static boolean free(String domain) {
        return withParents(domain).stream().anyMatch(FREE_MAIL::contains);
    }

    /// The domain and those above it that somebody can own, the longest first.
    static List<String> withParents(String domain) {
        var all = new ArrayList<String>();
        if (!InternetDomainName.isValid(domain)) return all;
        for (var name = InternetDomainName.from(domain);
                !name.isPublicSuffix() && name.hasParent();
                name = name.parent()) all.add(name.toString());
        return all;
    }

    private static String bare(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
        text = text.substring(text.lastIndexOf('@') + 1);
        text = text.replaceFirst("[/?#].*$", "")
                .replaceFirst(":[0-9]{1,5}$", "")
                .replaceFirst("\\.$", "");
        return text.startsWith("www.") ? text.substring(4) : text;
    }
}

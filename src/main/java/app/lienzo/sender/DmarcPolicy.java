package app.lienzo.sender;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;

/// What a domain's owner wants done with mails that prove nothing (RFC 7489, 6.3).
///
/// @param policy `none`, `quarantine` or `reject`, for this very domain
/// @param strictDkim whether the signature has to name the sender's domain itself, not one of the same owner
/// @param strictSpf the same for the address that mails come back to
record DmarcPolicy(String policy, boolean strictDkim, boolean strictSpf) {
    private static final List<String> POLICIES = List.of("none", "quarantine", "reject");

    static boolean isRecord(String text) {
        return text.matches("(?s)v\\s*=\\s*DMARC1\\s*(;.*)?");
    }

    /// @param inherited whether the record is that of the organizational domain above
    /// @return empty when it says no policy
    static Optional<DmarcPolicy> read(String text, boolean inherited) {
        var read = Tags.read(text);
        if (read.isEmpty()) return Optional.empty();
        var tags = read.get();
        var policy = tags.getOrDefault("p", "");
        if (inherited) policy = tags.getOrDefault("sp", policy);
        if (!POLICIES.contains(policy)) return Optional.empty();
        return Optional.of(new DmarcPolicy(policy, "s".equals(tags.get("adkim")), "s".equals(tags.get("aspf"))));
    }

    /// Whether mails that prove nothing fare badly.
    boolean enforced() {
        return !policy.equals("none");
    }

    /// Whether a domain may speak for the sender's.
    static boolean aligned(String sender, String other, boolean strict) {
        return strict ? sender.equalsIgnoreCase(other) : organizational(sender).equalsIgnoreCase(organizational(other));
    }

    /// One label below the public suffix (publicsuffix.org); the domain itself where that is one.
    static String organizational(String domain) {
        if (!InternetDomainName.isValid(domain)) return domain;
        var name = InternetDomainName.from(domain);
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : domain;
    }
}

package app.lienzo.partners;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.ui.ClassPath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the domain of an address tells.
final class Domains {
    /// The same list as for customers' companies.
    private static final Set<String> FREE = read("companies/free-mail.txt");

    private static final Set<String> DISPOSABLE = read("partners/disposable-mail.txt");

    private Domains() {}

    /// Of a company's own address; nothing where anybody gets one.
    static Optional<String> own(String address) {
        return Optional.of(EmailAddress.domain(address)).filter(domain -> !FREE.contains(domain));
    }

    /// Whether it leads to a mailbox that is thrown away, on the domain itself or below it.
    static boolean disposable(String address) {
        var domain = EmailAddress.domain(address);
        for (int dot = -1; ; ) {
            if (DISPOSABLE.contains(domain.substring(dot + 1))) return true;
            dot = domain.indexOf('.', dot + 1);
            if (dot < 0) return false;
        }
    }

    private static Set<String> read(String path) {
        return new String(ClassPath.read(path), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
    }
}

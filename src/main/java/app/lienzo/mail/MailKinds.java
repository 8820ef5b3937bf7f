package app.lienzo.mail;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The kinds of mail that the features above know.
@ApplicationScoped
class MailKinds {
    private final List<MailKind> kinds;
    private final Links links;
    private final Scope scope;

    MailKinds(@All List<MailKind> kinds, Links links, Scope scope) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(MailKind::name)).toList();
        this.links = links;
        this.scope = scope;
    }

    /// Those of the organization at hand.
    List<MailKind> all() {
        boolean platform = scope.organization().platform();
        return kinds.stream().filter(kind -> platform || !kind.ofPlatform()).toList();
    }

    MailKind require(String name) {
        return all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /// Sample values, with links as the organization's own would look.
    Map<String, String> sample(MailKind kind, Locale language) {
        var values = new HashMap<>(kind.sample(language));
        values.replaceAll(
                (name, value) -> MailKind.isLink(name) && value.startsWith("/") ? links.origin() + value : value);
        return values;
    }
}

package app.lienzo.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The installation's certificate authorities, the first choice first.
@ApplicationScoped
class Authorities {
    /// The name of the one that has no name in the configuration.
    static final String FIRST = "default";

    private final List<Authority> all;

    @Inject
    Authorities(AcmeConfig config, Clock clock) {
        this(configured(config, clock));
    }

    Authorities(List<Authority> all) {
        this.all = List.copyOf(all);
    }

    private static List<Authority> configured(AcmeConfig config, Clock clock) {
        var configured = new HashMap<>(config.authorities());
        configured.put(FIRST, config.first());
        int sessions = config.newAtOnceMax() + config.renewalsAtOnceMax();
        return configured.entrySet().stream()
                .filter(entry -> entry.getValue().directory().isPresent())
                .sorted(Comparator.comparing((java.util.Map.Entry<String, AcmeConfig.AuthorityConfig> entry) ->
                                entry.getValue().order())
                        .thenComparing(entry -> !entry.getKey().equals(FIRST))
                        .thenComparing(java.util.Map.Entry::getKey))
                .map(entry -> new Authority(entry.getKey(), entry.getValue(), config.patience(), sessions, clock))
                .toList();
    }

    List<Authority> all() {
        return all;
    }

    Optional<Authority> named(String name) {
        return all.stream().filter(authority -> authority.name().equals(name)).findFirst();
    }
}

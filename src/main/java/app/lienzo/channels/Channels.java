package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Channels implements PanacheRepositoryBase<Channel, UUID> {
    Channel require(UUID id) {
        return findByIdOptional(id).orElseThrow(Refused::notFound);
    }

    Optional<Channel> withKey(String key) {
        return find("key", key).firstResultOptional();
    }
}

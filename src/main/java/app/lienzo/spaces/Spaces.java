package app.lienzo.spaces;

import app.lienzo.kernel.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Spaces implements PanacheRepositoryBase<Space, UUID> {
    Space require(UUID id) {
        return findByIdOptional(id).orElseThrow(Refused::notFound);
    }

    boolean hasSlug(String slug) {
        return count("slug", slug) > 0;
    }
}

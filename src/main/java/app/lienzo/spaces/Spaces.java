package app.lienzo.spaces;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Spaces implements PanacheRepositoryBase<Space, UUID> {}

package app.lienzo.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, UUID> {
    Optional<Member> named(String userName) {
        return find("userName", Member.normalised(userName)).firstResultOptional();
    }
}

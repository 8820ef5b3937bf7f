package app.lienzo.identity;

import app.lienzo.kernel.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, UUID> {
    Optional<Member> named(String userName) {
        return find("userName", UserName.normalised(userName)).firstResultOptional();
    }

    Optional<Member> known(UUID id) {
        return find("id = ?1 and removedAt is null", id).firstResultOptional();
    }

    Member require(UUID id) {
        return known(id).orElseThrow(Refused::notFound);
    }

    boolean hasShape(String shape, UUID other) {
        return count("userNameShape = ?1 and id <> ?2", shape, other) > 0;
    }

    /// Who has this address, or a user name that reads like it.
    boolean hasAddress(String email, UUID other) {
        return count(
                        "(emailKey = ?1 or userName = ?1) and removedAt is null and id <> ?2",
                        email.toLowerCase(Locale.ROOT),
                        other)
                > 0;
    }

    List<Member> knownAs(String userNameOrEmail) {
        var name = UserName.normalised(userNameOrEmail);
        return list("(userName = ?1 or emailKey = ?1) and active and removedAt is null", name);
    }
}

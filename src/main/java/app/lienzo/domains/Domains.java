package app.lienzo.domains;

import app.lienzo.kernel.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class Domains implements PanacheRepositoryBase<Domain, UUID> {
    private static final String OPEN = "ownership in ('CLAIMED', 'VERIFIED')";

    Domain require(UUID id) {
        return findByIdOptional(id).orElseThrow(Refused::notFound);
    }

    Optional<Domain> open(String host) {
        return find("host = ?1 and " + OPEN, host).firstResultOptional();
    }

    /// To be changed: looks, certificates and people come at the same time.
    Optional<Domain> openForChange(String host) {
        return find("host = ?1 and " + OPEN, host)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /// Nothing for a mere claim: its organization may have given the name up and begun anew.
    Optional<Domain> verifiedForChange(String host) {
        return find("host = ?1 and ownership = 'VERIFIED'", host)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /// Whether the look at a name is the caller's until `until`.
    boolean claimLook(UUID id, Instant now, Instant until) {
        return update("lookingUntil = ?1 where id = ?2 and (lookingUntil is null or lookingUntil < ?3)", until, id, now)
                == 1;
    }

    Domain requireForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refused::notFound);
    }

    /// The open ones first, each group by name.
    List<Domain> all(int max) {
        return find("order by case when " + OPEN + " then 0 else 1 end, host, createdAt desc")
                .page(0, max)
                .list();
    }

    long openCount() {
        return count(OPEN);
    }

    long activeCount() {
        return count("activeAt is not null");
    }

    long addedSince(Instant then) {
        return count("createdAt > ?1", then);
    }

    /// Those whose planned check was lost on the way or is late, to be changed; one that is being looked at
    /// right now is not among them.
    List<Domain> overdue(Instant before, int max) {
        return find(OPEN + " and nextCheckAt < ?1 order by nextCheckAt", before)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .page(0, max)
                .list();
    }

    List<Domain> verified(int max) {
        return find("ownership = 'VERIFIED' order by host").page(0, max).list();
    }

    void forgetEndedBefore(Instant then) {
        delete("endedAt < ?1", then);
    }
}

package app.lienzo.general;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.OwnDescription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Objects;

/// The door to what an organization is called and how it speaks.
@ApplicationScoped
@Transactional
public class GeneralService {
    public static final int NAME_MAX = 120;

    private final OwnDescription description;
    private final AuditTrail audit;
    private final Event<OrganizationMoved> moved;

    GeneralService(OwnDescription description, AuditTrail audit, Event<OrganizationMoved> moved) {
        this.description = description;
        this.audit = audit;
        this.moved = moved;
    }

    public OrganizationView current(SignedIn me) {
        require(me);
        return description.now();
    }

    /// Whether its people have looked at this and said so, ever.
    public boolean given() {
        return description.given();
    }

    /// @param seen what the member looked at
    /// @throws Refused `organization-name-missing`, `organization-changed`
    public OrganizationView change(SignedIn me, OrganizationView seen, OwnDescription.Said said) {
        require(me);
        var line = SafeText.line(said.name(), NAME_MAX);
        if (line.isEmpty()) throw Refused.invalid("organization-name-missing");
        var changed = description
                .change(seen, new OwnDescription.Said(line, said.language(), said.vocabulary(), said.timeZone()))
                .orElseThrow(() -> Refused.conflict("organization-changed"));
        audit.record(me.actor(), "organization-described", "organization", null);
        if (!Objects.equals(seen.timeZone(), changed.timeZone()))
            moved.fire(new OrganizationMoved(seen.timeZone(), changed.timeZone()));
        return changed;
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
    }
}

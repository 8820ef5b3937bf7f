package app.lienzo.spaces;

import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.InvitationGuard.Warning;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.Languages;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The gate through which customers' people come into spaces: what speaks against it is read and confirmed by whoever
/// lets them in, invited anew or a member already. Whoever works in a space has passed it.
@ApplicationScoped
public class ClientGate {
    private final List<InvitationGuard> guards;
    private final TenantSql sql;
    private final Languages languages;

    ClientGate(@All List<InvitationGuard> guards, TenantSql sql, Languages languages) {
        this.guards = guards;
        this.sql = sql;
        this.languages = languages;
    }

    /// What has to be read; empty when nothing speaks against it.
    public List<Warning> warnings(SignedIn reader, Locale language) {
        return guards.stream()
                .flatMap(guard -> guard.warning(reader, language).stream())
                .toList();
    }

    /// What has to be read before this member gets his first space; empty for who passed already, or helps to run the
    /// organization.
    public List<Warning> warnings(SignedIn reader, MemberView member, Locale language) {
        return outside(member) ? warnings(reader, language) : List.of();
    }

    /// What has to be read before one who helps to run the organization, and came into his spaces as such, is no more
    /// than their member; empty for everybody else.
    public List<Warning> warningsBefore(SignedIn reader, MemberView lowered, Locale language) {
        return inside(lowered) ? warnings(reader, language) : List.of();
    }

    /// @param confirmed whether he has read what speaks against it
    /// @throws Refused `invitation-unconfirmed`
    public void require(SignedIn by, boolean confirmed) {
        if (confirmed) return;
        var warnings = warnings(by, languages.current());
        if (!warnings.isEmpty())
            throw Refused.conflict("invitation-unconfirmed", warnings.getFirst().text());
    }

    /// Lets a member into a space.
    ///
    /// @throws Refused `invitation-unconfirmed`
    @Transactional(Transactional.TxType.MANDATORY)
    public void pass(SignedIn by, MemberView member, boolean confirmed) {
        if (!outside(member)) return;
        require(by, confirmed);
        passed(by, member.id());
    }

    /// Makes a member of his spaces, and no more, of one who helps to run the organization.
    ///
    /// @throws Refused `invitation-unconfirmed`
    @Transactional(Transactional.TxType.MANDATORY)
    public void lower(SignedIn by, MemberView member, boolean confirmed) {
        if (!inside(member)) return;
        require(by, confirmed);
        passed(by, member.id());
    }

    /// Notes for the trail what was overridden, in the transaction in which the member comes in.
    @Transactional(Transactional.TxType.MANDATORY)
    public void passed(SignedIn by, UUID member) {
        for (var guard : guards) if (guard.warning(by, languages.current()).isPresent()) guard.overridden(by, member);
    }

    /// Whether he would come in as a customer's person.
    private boolean outside(MemberView member) {
        return member.role() == OrganizationRole.MEMBER && !works(member);
    }

    /// Whether he came in without being asked for, as he helps to run the organization.
    private boolean inside(MemberView member) {
        return member.role() != OrganizationRole.MEMBER && works(member);
    }

    private boolean works(MemberView member) {
        return sql.first(
                        "select true from lienzo.space_member where member_id = ? limit 1",
                        row -> row.getBoolean(1),
                        member.id())
                .isPresent();
    }
}

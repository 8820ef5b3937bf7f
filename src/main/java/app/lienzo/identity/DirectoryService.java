package app.lienzo.identity;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to members for a directory that provisions them. It makes, changes and removes people of every
/// level but the highest, and gives nobody a level: a directory that was taken over must not be able to
/// take over the organization.
@ApplicationScoped
@Transactional
public class DirectoryService {
    private static final int NAME_MAX = 120;
    private static final int PHONE_MAX = 40;

    private final Members members;
    private final MemberService service;
    private final AccountService accounts;
    private final AccessService access;
    private final AuditTrail audit;

    DirectoryService(
            Members members, MemberService service, AccountService accounts, AccessService access, AuditTrail audit) {
        this.members = members;
        this.service = service;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
    }

    /// Makes an account without a password: its person comes by single sign-on, or sets one by a link.
    ///
    /// @throws Refused as [MemberService#create]
    public MemberView add(Actor by, DirectoryPerson person) {
        var added = service.create(
                by,
                new NewMember(
                        person.userName(),
                        person.name(),
                        person.email(),
                        OrganizationRole.MEMBER,
                        null,
                        person.language()));
        details(members.require(added.id()), person);
        return service.require(added.id());
    }

    /// Makes a member what the directory says he is; what is the same already is left alone.
    ///
    /// @throws Refused `owner-not-provisioned`, and as [MemberService#create]
    public void change(Actor by, UUID id, DirectoryPerson person) {
        var member = provisioned(id);
        var email = EmailAddress.read(person.email()).orElseThrow(() -> Refused.invalid("email-invalid"));
        if (!email.equals(member.email)) accounts.changeEmail(by, id, email, null);
        if (!UserName.normalised(person.userName()).equals(member.userName))
            rename(by, member, UserName.checked(person.userName(), email, member.role));
        if (details(member, person)) {
            audit.record(by, "member-edited", "member", id);
            access.changed(id);
        }
        members.flush();
    }

    /// Lets a member in or keeps him out.
    ///
    /// @throws Refused `owner-not-provisioned`
    public void turn(Actor by, UUID id, boolean active) {
        if (provisioned(id).active == active) return;
        if (active) accounts.activate(by, id);
        else accounts.deactivate(by, id);
    }

    /// @throws Refused `owner-not-provisioned`
    public void remove(Actor by, UUID id) {
        provisioned(id);
        accounts.remove(by, id);
    }

    private Member provisioned(UUID id) {
        var member = members.require(id);
        if (member.role == OrganizationRole.OWNER) throw Refused.forbidden("owner-not-provisioned");
        return member;
    }

    private void rename(Actor by, Member member, String userName) {
        if (members.hasShape(UserName.shape(userName), member.id) || members.hasAddress(userName, member.id))
            throw Refused.conflict("user-name-taken", userName);
        member.callHimself(userName);
        members.flush();
        audit.record(by, "member-renamed", "member", member.id);
        access.changed(member.id);
    }

    /// @return whether anything is another now
    private static boolean details(Member member, DirectoryPerson person) {
        var name = SafeText.line(person.name(), NAME_MAX);
        var before = new MemberDetails(member.name, member.phone, member.language, member.timeZone);
        var after = new MemberDetails(
                name.isEmpty() ? member.userName : name,
                phone(person.phone()),
                person.language(),
                zone(person.timeZone()));
        member.describe(after);
        return !before.equals(after);
    }

    private static @Nullable String phone(@Nullable String typed) {
        var text = typed == null ? "" : SafeText.line(typed, PHONE_MAX);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String zone(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            return ZoneId.of(typed.strip()).getId();
        } catch (DateTimeException _) {
            throw Refused.invalid("time-zone-unknown");
        }
    }
}

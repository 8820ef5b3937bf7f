package app.lienzo.people;

import app.lienzo.audit.AuditTrail;
import app.lienzo.files.CleanPicture;
import app.lienzo.files.FileService;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberDetails;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberState;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.PhoneNumber;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.ClientGate;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The door to people: finding them, what describes them, and where they work; their leaving is [LeavingService]'s. Who
/// may act on whom (BY-6) is decided by `identity`, in one place.
@ApplicationScoped
@Transactional
public class PeopleService {
    private static final int PAGE_MAX = 200;

    private final MemberService members;
    private final AccountService accounts;
    private final SessionService sessions;
    private final SpaceService spaces;
    private final SpaceTeamService teams;
    private final ClientGate gate;
    private final FileService files;
    private final AuditTrail audit;
    private final PeopleConfig config;

    PeopleService(
            MemberService members,
            AccountService accounts,
            SessionService sessions,
            SpaceService spaces,
            SpaceTeamService teams,
            ClientGate gate,
            FileService files,
            AuditTrail audit,
            PeopleConfig config) {
        this.members = members;
        this.accounts = accounts;
        this.sessions = sessions;
        this.spaces = spaces;
        this.teams = teams;
        this.gate = gate;
        this.files = files;
        this.audit = audit;
        this.config = config;
    }

    /// A page of people by name.
    ///
    /// @throws Refused `limit-invalid`
    public List<Person> list(SignedIn by, PeopleQuery query) {
        requireManaging(by);
        if (query.limit() < 1 || query.limit() > PAGE_MAX) throw Refused.invalid("limit-invalid", PAGE_MAX);
        var assigned = query.space() == null ? null : teams.assigned(query.space());
        return persons(members.search(new MemberQuery(
                query.text(), query.level(), null, query.state(), assigned, query.after(), query.limit())));
    }

    /// All who are asked for, as many as an export may hold.
    public List<Person> export(SignedIn by, PeopleQuery query) {
        by.requireHimself();
        var all = new ArrayList<Person>();
        for (var page = list(by, query.from(null, PAGE_MAX)); !page.isEmpty(); ) {
            all.addAll(page);
            boolean more = page.size() == PAGE_MAX && all.size() < config.exportMax();
            page = more ? list(by, query.from(page.getLast().id(), PAGE_MAX)) : List.of();
        }
        audit.record(by.actor(), "people-exported", "organization", null);
        return all;
    }

    /// Whether more than one person works here, and whether somebody is invited who has not come yet.
    public record Company(boolean several, boolean invited) {}

    public Company company() {
        var here = members.search(new MemberQuery(null, null, true, MemberState.ACTIVE, null, null, 2));
        var invited = members.search(new MemberQuery(null, null, true, MemberState.INVITED, null, null, 1));
        return new Company(here.size() > 1, !invited.isEmpty());
    }

    /// Anybody for those who manage people, otherwise oneself.
    ///
    /// @throws Refused not found
    public Person require(SignedIn by, UUID id) {
        if (!by.member().equals(id)) requireManaging(by);
        return persons(List.of(members.require(id))).getFirst();
    }

    /// Whether somebody's account may be changed by the one who looks at it.
    public boolean mayChange(SignedIn by, MemberView member) {
        return by.member().equals(member.id())
                || (by.may(Permission.MEMBERS_MANAGE) && by.role().reaches(member.role()));
    }

    /// What he may do, and why.
    public List<AccessAnswer> access(SignedIn by, UUID id) {
        return AccessAnswer.of(require(by, id));
    }

    /// @param details the telephone number as it was typed
    /// @throws Refused `phone-invalid`, `language-unknown` and what [MemberService#describe] refuses
    public MemberView describe(SignedIn by, UUID id, MemberDetails details) {
        var before = members.reachable(by, id);
        var language = details.language() == null || details.language().isEmpty() ? null : details.language();
        if (language != null && Languages.offered(language).isEmpty()) throw Refused.invalid("language-unknown");
        var phone = details.phone() != null && details.phone().strip().equals(before.phone())
                ? before.phone()
                : PhoneNumber.read(details.phone(), language, details.timeZone());
        return members.describe(by, id, new MemberDetails(details.name(), phone, language, details.timeZone()));
    }

    /// Several things at once, for programs: all of them or none.
    ///
    /// @throws Refused what each of them refuses
    public Person change(SignedIn by, UUID id, PersonChange change) {
        var before = members.reachable(by, id);
        if (change.describes()) {
            describe(
                    by,
                    id,
                    new MemberDetails(
                            PersonChange.or(change.name(), before.name()),
                            PersonChange.or(change.phone(), before.phone()),
                            PersonChange.or(change.language(), before.language()),
                            PersonChange.or(change.timeZone(), before.timeZone())));
        }
        if (change.userName() != null) members.rename(by, id, change.userName());
        if (change.level() != null) changeLevel(by, id, change.level(), change.confirmed());
        if (change.active() != null && change.active() != before.active()) {
            if (change.active()) accounts.activate(by, id);
            else accounts.deactivate(by, id);
        }
        return require(by, id);
    }

    /// Who becomes no more than a member of his spaces passes the gate as if he came into them now.
    ///
    /// @param confirmed whether what speaks against letting a customer's person in was read
    /// @throws Refused `invitation-unconfirmed` and what [AccountService#changeLevel] refuses
    public void changeLevel(SignedIn by, UUID id, OrganizationRole level, boolean confirmed) {
        var member = members.reachable(by, id);
        if (level == OrganizationRole.MEMBER) gate.lower(by, member, confirmed);
        accounts.changeLevel(by, id, level);
    }

    /// Gives a member a face: the middle of the picture, drawn anew.
    ///
    /// @throws Refused what [CleanPicture#portrait] refuses
    public void portray(SignedIn by, UUID id, byte[] upload) {
        var before = members.reachable(by, id).avatar();
        var face = files.store("avatar.png", CleanPicture.portrait(upload, config.avatarSideMax()));
        members.portray(by, id, face.id());
        if (before != null) files.forget(before);
    }

    public void unportray(SignedIn by, UUID id) {
        var before = members.reachable(by, id).avatar();
        if (before == null) return;
        members.portray(by, id, null);
        files.forget(before);
    }

    /// The spaces people can be assigned to.
    public List<SpaceView> spaces(SignedIn by) {
        requireManaging(by);
        return spaces.everywhere();
    }

    /// Gives a member a role in a space, in place of the one he had.
    ///
    /// @param confirmed whether what speaks against letting a customer's person in was read
    /// @throws Refused not found, `level-above`, `invitation-unconfirmed`; `member-self` for a User-Admin who would
    ///     lift himself
    public void assign(SignedIn by, UUID id, UUID space, SpaceRole role, boolean confirmed) {
        requireOtherOrOwner(by, id);
        requireSpaces(by, Set.of(space));
        gate.pass(by, members.require(id), confirmed);
        teams.assign(space, id, role);
        audit.record(by.actor(), "space-role-given", "member", id);
    }

    /// Takes a member out of a space.
    public void unassign(SignedIn by, UUID id, UUID space) {
        requireManaging(by);
        members.reachable(by, id);
        requireSpaces(by, Set.of(space));
        teams.remove(space, id);
        audit.record(by.actor(), "space-role-taken", "member", id);
    }

    /// @throws Refused not found unless each is a space in use
    void requireSpaces(SignedIn by, Set<UUID> asked) {
        var known = spaces(by).stream().map(SpaceView::id).toList();
        if (!known.containsAll(asked)) throw Refused.notFound();
    }

    /// Nobody who may not run a space makes himself its Manager.
    private void requireOtherOrOwner(SignedIn by, UUID id) {
        requireManaging(by);
        members.reachable(by, id);
        if (by.member().equals(id) && !by.may(Permission.SPACES_CREATE)) throw Refused.conflict("member-self");
    }

    /// A password to be changed at the next sign-in, to be told in person. Ends all sessions.
    ///
    /// @return it, this once
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public String temporaryPassword(SignedIn by, UUID id) {
        members.reachable(by, id);
        if (by.member().equals(id)) throw Refused.conflict("member-self");
        var password = TemporaryPassword.next();
        accounts.changePassword(by.actor(), id, accounts.hashed(password), true, null);
        return password;
    }

    private static void requireManaging(SignedIn by) {
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
    }

    private List<Person> persons(List<MemberView> found) {
        var ids = found.stream().map(MemberView::id).toList();
        var names = spaces.everywhere();
        var roles = teams.roles(ids);
        var seen = sessions.lastSeen(ids);
        return found.stream()
                .map(member -> new Person(
                        member, posts(names, roles.getOrDefault(member.id(), Map.of())), seen.get(member.id())))
                .toList();
    }

    private static List<Person.Post> posts(List<SpaceView> names, Map<UUID, SpaceRole> roles) {
        var posts = new ArrayList<Person.Post>();
        for (var space : names) {
            var role = roles.get(space.id());
            if (role != null) posts.add(new Person.Post(space.id(), space.name(), role));
        }
        return posts;
    }
}

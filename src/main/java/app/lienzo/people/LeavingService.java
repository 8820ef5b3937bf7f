package app.lienzo.people;

import app.lienzo.files.FileService;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceTeamService;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to people's leaving: what they have in hand, who goes on with it, and the end of their accounts.
@ApplicationScoped
@Transactional
public class LeavingService {
    private static final int SUCCESSORS_MAX = 200;

    private final MemberService members;
    private final AccountService accounts;
    private final SpaceTeamService teams;
    private final FileService files;
    private final List<OpenWork> work;

    LeavingService(
            MemberService members,
            AccountService accounts,
            SpaceTeamService teams,
            FileService files,
            @All List<OpenWork> work) {
        this.members = members;
        this.accounts = accounts;
        this.teams = teams;
        this.files = files;
        this.work = work;
    }

    /// How many things somebody has in hand.
    public int inHandOf(UUID id) {
        return work.stream().mapToInt(kind -> kind.inHandOf(id)).sum();
    }

    /// Who works where he does, by name: those who can go on with what he has in hand.
    public List<MemberView> successors(SignedIn by, Person leaving) {
        if (!by.may(Permission.MEMBERS_MANAGE)) throw Refused.notFound();
        var colleagues = new HashSet<UUID>();
        for (var post : leaving.posts()) colleagues.addAll(teams.assigned(post.space()));
        colleagues.remove(leaving.id());
        return members.all(colleagues).stream().limit(SUCCESSORS_MAX).toList();
    }

    /// Takes an account out of use.
    ///
    /// @param successor who goes on with what he has in hand; null for nobody in particular
    public void deactivate(SignedIn by, UUID id, @Nullable UUID successor) {
        other(by, id);
        handOver(by, id, successor);
        accounts.deactivate(by, id);
    }

    /// Removes somebody for good.
    ///
    /// @param typed his user name, as proof that he is meant
    /// @throws Refused `confirmation-wrong`
    public void remove(SignedIn by, UUID id, String typed, @Nullable UUID successor) {
        var member = other(by, id);
        if (!typed.strip().equalsIgnoreCase(member.userName())) throw Refused.invalid("confirmation-wrong");
        handOver(by, id, successor);
        leaveSpaces(id);
        accounts.remove(by, id);
        if (member.avatar() != null) files.forget(member.avatar());
    }

    private void leaveSpaces(UUID id) {
        teams.roles(List.of(id)).getOrDefault(id, Map.of()).keySet().forEach(space -> teams.remove(space, id));
    }

    private void handOver(SignedIn by, UUID from, @Nullable UUID to) {
        if (to == null) return;
        var successor = members.find(to)
                .filter(MemberView::active)
                .filter(member -> !member.id().equals(from));
        if (successor.isEmpty()) throw Refused.invalid("member-unknown");
        work.forEach(kind -> kind.handOver(by, from, to));
    }

    private MemberView other(SignedIn by, UUID id) {
        var member = members.reachable(by, id);
        if (by.member().equals(id)) throw Refused.conflict("member-self");
        return member;
    }
}

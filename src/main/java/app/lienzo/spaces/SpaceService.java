package app.lienzo.spaces;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.AccessService;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The door to spaces; who works in them is [SpaceTeamService]'s. An archived space keeps everything
/// and takes nothing: it stands in no list of
/// places to work in, and only an Owner reads it.
@ApplicationScoped
public class SpaceService {
    /// Told to all replicas, with the organization's id, when one of its spaces changed.
    public static final String CHANGED = KnownSpaces.CHANGED;

    private static final Comparator<SpaceView> BY_NAME = Comparator.comparing(
                    (SpaceView space) -> space.name().toLowerCase(Locale.ROOT))
            .thenComparing(SpaceView::id);

    private final Spaces spaces;
    private final KnownSpaces known;
    private final StoredSpaceRoles roles;
    private final MemberService members;
    private final AccessService access;
    private final AuditTrail audit;
    private final List<SpaceTally> tallies;
    private final TenantSql sql;
    private final Clock clock;
    private final SpaceConfig config;

    SpaceService(
            Spaces spaces,
            KnownSpaces known,
            StoredSpaceRoles roles,
            MemberService members,
            AccessService access,
            AuditTrail audit,
            @All List<SpaceTally> tallies,
            TenantSql sql,
            Clock clock,
            SpaceConfig config) {
        this.spaces = spaces;
        this.known = known;
        this.roles = roles;
        this.members = members;
        this.access = access;
        this.audit = audit;
        this.tallies = tallies;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// The spaces a member works in, by name; no archived one.
    public List<SpaceView> of(SignedIn me) {
        return known.all().values().stream()
                .filter(space -> me.spaces().containsKey(space.id()) && !space.archived())
                .sorted(BY_NAME)
                .toList();
    }

    /// Where a member may do something, as [SignedIn#spacesWith] says, without archived spaces.
    public Set<UUID> inUse(SignedIn me, Permission permission) {
        var all = known.all();
        return me.spacesWith(permission).stream()
                .filter(id -> {
                    var space = all.get(id);
                    return space == null || !space.archived();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The spaces whose settings a member may change, by name, archived ones last.
    public List<SpaceOverview> managed(SignedIn me) {
        var people = count(
                "select space_id, count(*) from lienzo.space_member p join lienzo.member m on m.tenant_id = p.tenant_id and m.id = p.member_id and m.active group by 1");
        var channels = tally(SpaceTally.Kind.CHANNELS);
        var open = tally(SpaceTally.Kind.OPEN_CONVERSATIONS);
        return known.all().values().stream()
                .filter(space -> me.may(Permission.SPACE_SETTINGS, space.id()))
                .sorted(Comparator.comparing(SpaceView::archived).thenComparing(BY_NAME))
                .map(space -> new SpaceOverview(
                        space,
                        people.getOrDefault(space.id(), 0L),
                        channels.getOrDefault(space.id(), 0L),
                        open.getOrDefault(space.id(), 0L)))
                .toList();
    }

    /// One whose settings the member may change.
    ///
    /// @throws Refused as [SignedIn#require]
    @Transactional
    public SpaceView require(SignedIn me, UUID id) {
        me.require(Permission.SPACE_SETTINGS, id);
        return spaces.require(id).view();
    }

    @Transactional
    public Optional<SpaceView> named(String slug) {
        return spaces.find("slug", slug).firstResultOptional().map(Space::view);
    }

    /// From memory, also an archived one.
    public Optional<SpaceView> find(UUID id) {
        return Optional.ofNullable(known.all().get(id));
    }

    public boolean archived(UUID space) {
        var found = known.all().get(space);
        return found != null && found.archived();
    }

    /// @throws Refused `space-archived`
    public void requireInUse(UUID space) {
        if (archived(space)) throw Refused.conflict("space-archived");
    }

    /// What is spoken in a space to those whose language nobody offers; nothing for the organization's.
    public Optional<String> language(UUID space) {
        return Optional.ofNullable(known.all().get(space)).map(SpaceView::language);
    }

    /// What a name suggests as a slug: nobody has it yet.
    public String slugFor(String name) {
        var wish = Slug.of(name);
        if (wish.isEmpty()) return "";
        var taken = known.all().values().stream().map(SpaceView::slug).collect(Collectors.toSet());
        var slug = wish;
        for (int n = 2; taken.contains(slug); n++)
            slug = Slug.of(wish.substring(0, Math.min(wish.length(), 58)) + "-" + n);
        return slug;
    }

    /// @param slug empty or null for what the name suggests
    /// @throws Refused `space-name-missing`, `space-slug-invalid`, `space-slug-taken`,
    ///     `spaces-too-many`
    @Transactional
    public SpaceView create(SignedIn me, @Nullable String slug, SpaceSettings settings) {
        if (!me.may(Permission.SPACES_CREATE)) throw Refused.forbidden("forbidden");
        if (spaces.count() >= config.spacesMax()) throw Refused.conflict("spaces-too-many", config.spacesMax());
        var wish = slug == null || slug.isBlank() ? slugFor(settings.name()) : slug;
        var space = new Space(Slug.checked(wish), settings, clock.instant());
        if (spaces.hasSlug(space.slug)) throw Refused.conflict("space-slug-taken", space.slug);
        spaces.persistAndFlush(space);
        audit.record(me.actor(), "space-created", "space", space.id);
        changed(space.id);
        return space.view();
    }

    /// For set-up from files. Not checked against a member's rights.
    @Transactional
    public SpaceView create(String slug, String name) {
        var space = new Space(Slug.checked(slug), new SpaceSettings(name, null, null), clock.instant());
        spaces.persistAndFlush(space);
        changed(space.id);
        return space.view();
    }

    /// @param version the one that was looked at; null for whatever there is
    /// @throws Refused `space-name-missing`, `space-changed`
    @Transactional
    public SpaceView describe(SignedIn me, UUID id, SpaceSettings settings, @Nullable Integer version) {
        me.require(Permission.SPACE_SETTINGS, id);
        var space = spaces.require(id);
        if (version != null && version != space.version) throw Refused.conflict("space-changed");
        space.describe(settings);
        audit.record(me.actor(), "space-edited", "space", id);
        known.changed();
        spaces.flush();
        return space.view();
    }

    /// What [#describe], [#archive] and [#restore] do, together or not at all.
    ///
    /// @param archived null to leave that as it is
    @Transactional
    public SpaceView change(SignedIn me, UUID id, SpaceSettings settings, @Nullable Boolean archived, int version) {
        var before = require(me, id);
        var after = settings.equals(new SpaceSettings(before.name(), before.vocabulary(), before.language()))
                        && version == before.version()
                ? before
                : describe(me, id, settings, version);
        if (archived == null || archived == after.archived()) return after;
        return archived ? archive(me, id) : restore(me, id);
    }

    /// Takes a space out of use. Nothing in it is touched; [#restore] brings all of it back.
    @Transactional
    public SpaceView archive(SignedIn me, UUID id) {
        var space = kept(me, id);
        space.archive(clock.instant());
        return turned(me, space, "space-archived");
    }

    @Transactional
    public SpaceView restore(SignedIn me, UUID id) {
        var space = kept(me, id);
        space.restore();
        return turned(me, space, "space-restored");
    }

    /// All spaces in use, by name, for those who say who works where.
    public List<SpaceView> everywhere() {
        return known.all().values().stream()
                .filter(space -> !space.archived())
                .sorted(BY_NAME)
                .toList();
    }

    private Space kept(SignedIn me, UUID id) {
        me.require(Permission.SPACE_SETTINGS, id);
        if (!me.may(Permission.SPACES_CREATE)) throw Refused.forbidden("forbidden");
        return spaces.require(id);
    }

    private SpaceView turned(SignedIn me, Space space, String action) {
        audit.record(me.actor(), action, "space", space.id);
        spaces.flush();
        changed(space.id);
        return space.view();
    }

    /// There is a space more or less to work in: for its people, and for the Owners, who work in all.
    private void changed(UUID space) {
        known.changed();
        var concerned = new HashSet<>(roles.assigned(space));
        members.search(new MemberQuery(null, OrganizationRole.OWNER, true, null, null, MemberService.PAGE_MAX))
                .forEach(owner -> concerned.add(owner.id()));
        concerned.forEach(access::changed);
    }

    private Map<UUID, Long> tally(SpaceTally.Kind kind) {
        return tallies.stream()
                .filter(tally -> tally.kind() == kind)
                .findFirst()
                .map(SpaceTally::perSpace)
                .orElse(Map.of());
    }

    private Map<UUID, Long> count(String query) {
        return sql.list(query, row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2))).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

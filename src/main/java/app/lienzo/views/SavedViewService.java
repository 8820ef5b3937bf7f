package app.lienzo.views;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The door to saved lists. One's own are nobody else's; a shared one is seen by the people of its space and kept by
/// those who run it.
@ApplicationScoped
@Transactional
public class SavedViewService {
    public static final int NAME_MAX = 80;
    public static final int COLUMNS_MAX = 20;

    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private final SavedViews views;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final ViewConfig config;
    private final Clock clock;

    SavedViewService(SavedViews views, SpaceService spaces, AuditTrail audit, ViewConfig config, Clock clock) {
        this.views = views;
        this.spaces = spaces;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /// Shared ones first, then his own, each by name; none of an archived space.
    public List<SavedView> of(SignedIn me, ViewSubject subject) {
        return views.of(me.member(), spaces.inUse(me, subject.seeing()), subject);
    }

    /// One that the member sees; nothing for any other id.
    public Optional<SavedView> find(SignedIn me, ViewSubject subject, UUID id) {
        return views.find(me.member(), spaces.inUse(me, subject.seeing()), id, false)
                .filter(view -> view.subject() == subject);
    }

    /// What the tag `saved-views` shows of a list.
    ///
    /// @param query what the list is asked for, as its address says
    /// @param current the view it was opened by, or one that he has just removed; null for none
    public ViewBar bar(SignedIn me, ViewSubject subject, String query, List<String> columns, @Nullable UUID current) {
        var all = of(me, subject);
        var sharing = spaces.of(me).stream()
                .filter(space -> me.may(subject.sharing(), space.id()))
                .toList();
        var changes = all.stream()
                .filter(view -> mayChange(me, view))
                .map(SavedView::id)
                .toList();
        var open = all.stream().filter(view -> view.id().equals(current)).findFirst();
        var removed = current == null || open.isPresent()
                ? Optional.<SavedView>empty()
                : views.find(me.member(), spaces.inUse(me, subject.seeing()), current, true)
                        .filter(view -> view.subject() == subject && mayChange(me, view));
        return new ViewBar(
                subject, all, open.orElse(null), tidy(query), columns, sharing, changes, removed.orElse(null));
    }

    /// @throws Refused `view-name-missing`, `view-name-taken`, `view-query-invalid`, `views-too-many`; as forbidden
    /// when
    ///     he may not share in that space, as not found when he does not work there
    public SavedView save(SignedIn me, ViewSubject subject, ViewDetails typed) {
        if (!me.may(subject.seeing())) throw Refused.forbidden("forbidden");
        var details = checked(me, subject, typed, null);
        int most = details.space() == null ? config.ownMax() : config.sharedMax();
        if (views.count(subject, me.member(), details.space()) >= most) throw Refused.conflict("views-too-many", most);
        var saved = views.add(subject, me.member(), details, clock.instant());
        if (saved.shared()) audit.record(me.actor(), "view-shared", "view", saved.id());
        return saved;
    }

    /// Another name, other filters or columns, shared or not any more.
    ///
    /// @param version the one that was looked at
    /// @throws Refused as [#save], and `view-changed`
    public SavedView change(SignedIn me, UUID id, ViewDetails typed, int version) {
        var before = required(me, id, false);
        var details = checked(me, before.subject(), typed, before);
        var after = views.change(before, details, version, clock.instant());
        if (before.shared() || after.shared()) audit.record(me.actor(), "view-edited", "view", id);
        return after;
    }

    /// Takes it out of the list; for an hour [#restore] brings it back.
    public SavedView remove(SignedIn me, UUID id) {
        var view = required(me, id, false);
        var now = clock.instant();
        views.forget(now.minus(config.undo()));
        views.remove(id, now);
        if (view.shared()) audit.record(me.actor(), "view-removed", "view", id);
        return view;
    }

    /// @throws Refused `view-name-taken` when another one is called so by now
    public SavedView restore(SignedIn me, UUID id) {
        var view = required(me, id, true);
        var details = new ViewDetails(view.name(), view.query(), view.columns(), view.space());
        if (views.named(view.subject(), view.owner(), details, id)) throw Refused.conflict("view-name-taken");
        views.restore(id);
        if (view.shared()) audit.record(me.actor(), "view-restored", "view", id);
        return view;
    }

    /// One that the member may change.
    ///
    /// @throws Refused as not found for one he does not see, as forbidden for one that others keep
    public SavedView require(SignedIn me, UUID id) {
        return required(me, id, false);
    }

    private SavedView required(SignedIn me, UUID id, boolean removed) {
        var view = List.of(ViewSubject.values()).stream()
                .flatMap(subject -> views.find(me.member(), spaces.inUse(me, subject.seeing()), id, removed).stream()
                        .filter(found -> found.subject() == subject))
                .findFirst()
                .orElseThrow(Refused::notFound);
        if (!mayChange(me, view)) throw Refused.forbidden("forbidden");
        return view;
    }

    private static boolean mayChange(SignedIn me, SavedView view) {
        var space = view.space();
        return space == null
                ? view.owner().equals(me.member())
                : me.may(view.subject().sharing(), space);
    }

    private ViewDetails checked(SignedIn me, ViewSubject subject, ViewDetails typed, @Nullable SavedView before) {
        if (typed.space() != null) {
            me.require(subject.sharing(), typed.space());
            spaces.requireInUse(typed.space());
        }
        var name = SafeText.line(typed.name(), NAME_MAX);
        if (name.isEmpty()) throw Refused.invalid("view-name-missing");
        if (typed.columns().size() > COLUMNS_MAX
                || !typed.columns().stream()
                        .allMatch(column -> COLUMN.matcher(column).matches()))
            throw Refused.invalid("view-query-invalid");
        // What was shared and is his own again is his, whoever shared it: it stays its maker's.
        var details = new ViewDetails(name, ViewQuery.read(typed.query()), typed.columns(), typed.space());
        var owner = before == null ? me.member() : before.owner();
        if (views.named(subject, owner, details, before == null ? null : before.id()))
            throw Refused.conflict("view-name-taken");
        return details;
    }

    /// A list may be asked for more than a view keeps; then there is nothing to save.
    private static String tidy(String query) {
        try {
            return ViewQuery.read(query);
        } catch (Refused _) {
            return "";
        }
    }
}

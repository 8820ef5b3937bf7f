package app.lienzo.whitelabel;

import app.lienzo.audit.AuditTrail;
import app.lienzo.branding.BrandDraft;
import app.lienzo.branding.BrandPublished;
import app.lienzo.branding.BrandService;
import app.lienzo.branding.BrandView;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The door of the editor: the draft that an organization's Owners share, and what they published before.
@ApplicationScoped
@Transactional
public class DraftService {
    /// Where browsers find the stylesheet and the pictures of a draft.
    public static final String HOME = "/organization/white-label/look";

    private static final String PUBLISHED = "published-";

    private final Drafts drafts;
    private final Versions versions;
    private final BrandService brands;
    private final UnusedPictures unused;
    private final AuditTrail audit;
    private final Clock clock;
    private final WhiteLabelConfig config;

    DraftService(
            Drafts drafts,
            Versions versions,
            BrandService brands,
            UnusedPictures unused,
            AuditTrail audit,
            Clock clock,
            WhiteLabelConfig config) {
        this.drafts = drafts;
        this.versions = versions;
        this.brands = brands;
        this.unused = unused;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    public DraftView current() {
        var found = drafts.find();
        var pending = found.filter(draft -> !draft.discarded());
        return pending.map(draft -> new DraftView(
                        draft.brand(), draft.revision().toString(), true, draft.changedBy(), draft.changedAt(), false))
                .orElseGet(() -> new DraftView(
                        brands.published(), PUBLISHED + versions.newest(), false, null, null, found.isPresent()));
    }

    /// Whether the organization has a look of its own.
    public boolean hasPublished() {
        return versions.newest() > 0;
    }

    /// What the draft looks like, for its preview.
    public BrandView look() {
        return brands.preview(current().brand(), HOME);
    }

    /// Keeps a draft; nobody else sees it.
    ///
    /// @param revision of what was looked at
    /// @throws Refused `brand-changed` when somebody else changed it in the meantime, or what is wrong with it
    public DraftView save(SignedIn me, String revision, BrandDraft written) {
        var brand = brands.preview(written, HOME).draft();
        var before = require(revision);
        if (brand.equals(before.brand())) return before;
        var over = drafts.discarded();
        if (before.pending() && brand.equals(brands.published())) remove(before);
        else if (!store(before, brand, me.name())) throw Refused.conflict("brand-changed");
        if (!before.pending()) audit.record(me.actor(), "brand-draft-begun", "brand", null);
        unused.forget(before.brand());
        over.ifPresent(unused::forget);
        return current();
    }

    /// From now on the organization looks like its draft.
    ///
    /// @throws Refused `brand-changed`
    public void publish(SignedIn me, String revision) {
        var draft = require(revision);
        if (!draft.pending()) return;
        remove(draft);
        brands.publish(draft.brand());
    }

    /// Throws the draft away; [#recover] brings it back until the next one begins.
    ///
    /// @throws Refused `brand-changed`
    public void discard(SignedIn me, String revision) {
        var draft = require(revision);
        if (!draft.pending()) return;
        if (!drafts.discard(id(revision), clock.instant())) throw Refused.conflict("brand-changed");
        audit.record(me.actor(), "brand-draft-discarded", "brand", null);
    }

    public void recover(SignedIn me) {
        if (drafts.recover()) audit.record(me.actor(), "brand-draft-recovered", "brand", null);
    }

    /// The newest first, at most as many as are kept.
    public List<VersionView> versions() {
        return versions.all();
    }

    /// Goes back: publishes an older version once more, as the newest. A draft stays what it is. Going back to where
    /// one was undoes it.
    ///
    /// @throws Refused not found when it is not kept any more
    public void restore(SignedIn me, int number) {
        var brand = versions.find(number).orElseThrow(Refused::notFound);
        if (number == versions.newest()) return;
        audit.record(me.actor(), "brand-restored", "brand", null);
        brands.publish(brand);
    }

    void remember(@Observes BrandPublished published) {
        versions.add(published.brand(), published.by().name(), published.at());
        versions.prune(config.versionsMax()).forEach(unused::forget);
    }

    private boolean store(DraftView before, BrandDraft brand, String by) {
        var now = clock.instant();
        return before.pending() ? drafts.change(id(before.revision()), brand, by, now) : drafts.begin(brand, by, now);
    }

    /// Another Owner may have changed it since it was read: what he wrote goes neither away nor out unseen.
    private void remove(DraftView draft) {
        if (!drafts.remove(id(draft.revision()))) throw Refused.conflict("brand-changed");
    }

    private DraftView require(String revision) {
        var found = current();
        if (!found.revision().equals(revision)) throw Refused.conflict("brand-changed");
        return found;
    }

    private static UUID id(String revision) {
        return Ids.read(revision).orElseThrow(() -> Refused.conflict("brand-changed"));
    }
}

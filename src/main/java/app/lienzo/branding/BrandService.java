package app.lienzo.branding;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.files.CleanPicture;
import app.lienzo.files.FileService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.SignedIn;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/// The door: what the organization at hand looks like, from memory when it was asked before.
@ApplicationScoped
public class BrandService {
    private static final String CHANGED = "brand";
    private static final int LOGO_SIDE_MAX = 1024;

    private final Brands brands;
    private final FileService files;
    private final AuditTrail audit;
    private final CurrentMember current;
    private final Scope scope;
    private final Signals signals;
    private final Event<BrandPublished> published;
    private final Clock clock;
    private final Cache<String, BrandView> known;

    BrandService(
            Brands brands,
            FileService files,
            AuditTrail audit,
            CurrentMember current,
            Scope scope,
            Signals signals,
            Event<BrandPublished> published,
            Clock clock,
            BrandConfig config) {
        this.brands = brands;
        this.files = files;
        this.audit = audit;
        this.current = current;
        this.scope = scope;
        this.signals = signals;
        this.published = published;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.cacheMax())
                .expireAfterWrite(config.cacheTime())
                .build();
        signals.listen(CHANGED, this::forget);
    }

    /// The brand of the organization at hand; a neutral one with its name when it published none, and
    /// with nobody's name on the platform's own host.
    public BrandView current() {
        return scope.find()
                .map(organization -> known.get(organization.id(), _ -> load(organization)))
                .orElseGet(() -> BrandView.neutral(BrandView.NOBODY));
    }

    /// From now on the organization looks like this, on all replicas.
    ///
    /// @throws app.lienzo.kernel.Refused when a colour, a link or the name cannot be used
    @Transactional
    public void publish(BrandDraft draft) {
        brands.save(draft.checked());
        audit.record(current.find().map(SignedIn::actor).orElse(Actor.SYSTEM), "brand-published", "brand", null);
        published.fire(new BrandPublished(clock.instant()));
        signals.tell(CHANGED, scope.organization().id());
    }

    /// Keeps an uploaded logo or icon, written anew, for a draft.
    ///
    /// @return what [BrandDraft] calls it
    /// @throws app.lienzo.kernel.Refused `picture-too-large`, `picture-type-refused`,
    ///     `image-too-large`,
    ///     `image-broken`
    @Transactional
    public UUID keep(byte[] upload) {
        return files.store("logo.png", CleanPicture.png(upload, LOGO_SIDE_MAX)).id();
    }

    private BrandView load(OrganizationView organization) {
        return brands.find().map(BrandView::of).orElseGet(() -> BrandView.neutral(organization.name()));
    }

    private void forget(String organization) {
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }
}

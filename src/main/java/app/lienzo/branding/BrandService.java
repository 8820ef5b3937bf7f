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
import app.lienzo.tenancy.Site;
import app.lienzo.ui.LanguageOffer;
import app.lienzo.ui.Languages;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The door: what the organization at hand looks like, from memory when it was asked before.
@ApplicationScoped
public class BrandService implements LanguageOffer {
    static final String CHANGED = "brand";

    private static final int LOGO_SIDE_MAX = 1024;
    private static final int SCENE_SIDE_MAX = 1600;

    private record Known(BrandView own, BrandView neutral, Map<UUID, BrandView> spaces) {}

    private final Brands brands;
    private final SpaceBrands spaces;
    private final FileService files;
    private final AuditTrail audit;
    private final CurrentMember current;
    private final Scope scope;
    private final Signals signals;
    private final Event<BrandPublished> published;
    private final Clock clock;
    private final Cache<String, Known> known;

    BrandService(
            Brands brands,
            SpaceBrands spaces,
            FileService files,
            AuditTrail audit,
            CurrentMember current,
            Scope scope,
            Signals signals,
            Event<BrandPublished> published,
            Clock clock,
            BrandConfig config) {
        this.brands = brands;
        this.spaces = spaces;
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

    /// The brand of the organization at hand, or what [#show] put in its place; a neutral one with its name when it
    /// published none, and with nobody's name on the platform's own host.
    public BrandView current() {
        return ShownBrand.find()
                .or(() -> known().map(this::atThisHost))
                .orElseGet(() -> BrandView.neutral(BrandView.NOBODY));
    }

    /// A host of a space's own has that space's look, whatever is shown there.
    private BrandView atThisHost(Known all) {
        return scope.site().orElse(null) instanceof Site.Portal portal
                ? all.spaces().getOrDefault(portal.space(), all.own())
                : all.own();
    }

    /// For the rest of the request at hand this is [#current].
    ///
    /// @throws IllegalStateException outside of a request
    public void show(BrandView brand) {
        ShownBrand.set(brand);
    }

    /// A brand of grey with the organization's name, which nobody can break.
    public BrandView neutral() {
        return known().map(Known::neutral).orElseGet(() -> BrandView.neutral(BrandView.NOBODY));
    }

    /// The look of a space's portal: the organization's, but for what the space has of its own.
    public BrandView ofSpace(UUID space) {
        return known().map(all -> all.spaces().getOrDefault(space, all.own())).orElseGet(this::current);
    }

    /// What a browser may ask for by this hash: the published brand, one of a space, the neutral one. No draft.
    public Optional<BrandView> withHash(String hash) {
        return known().stream()
                .flatMap(all -> Stream.concat(Stream.of(all.own(), all.neutral()), all.spaces().values().stream()))
                .filter(brand -> brand.hash().equals(hash))
                .findFirst()
                .or(() -> Optional.of(current()).filter(brand -> brand.hash().equals(hash)));
    }

    /// What was published, as it can be edited; the neutral one when nothing was.
    @Transactional
    public BrandDraft published() {
        return brands.find().orElseGet(() -> neutral().draft());
    }

    /// What a draft would look like.
    ///
    /// @param home where browsers find its stylesheet and pictures
    /// @throws app.lienzo.kernel.Refused when something in it cannot be used
    public BrandView preview(BrandDraft draft, String home) {
        return BrandView.of(draft.checked(), home);
    }

    /// From now on the organization looks like this, on all replicas.
    ///
    /// @throws app.lienzo.kernel.Refused when a colour, a link or the name cannot be used
    @Transactional
    public void publish(BrandDraft draft) {
        var checked = draft.checked();
        var by = current.find().map(SignedIn::actor).orElse(Actor.SYSTEM);
        brands.save(checked);
        audit.record(by, "brand-published", "brand", null);
        published.fire(new BrandPublished(clock.instant(), checked, by));
        signals.tell(CHANGED, scope.organization().id());
    }

    /// Keeps an uploaded picture, written anew, for a draft.
    ///
    /// @return what [BrandPicture.Files] calls it
    /// @throws app.lienzo.kernel.Refused `picture-too-large`, `picture-type-refused`,
    ///     `image-too-large`, `image-broken`
    @Transactional
    public UUID keep(BrandPicture picture, byte[] upload) {
        return picture.scene()
                ? files.store("scene", CleanPicture.photograph(upload, SCENE_SIDE_MAX))
                        .id()
                : files.store("logo.png", CleanPicture.png(upload, LOGO_SIDE_MAX))
                        .id();
    }

    /// Colours that a kept logo is made of, as `#rrggbb`, the most frequent first; at most four.
    public List<String> colorsOf(UUID logo) {
        return LogoColors.of(files.content(logo));
    }

    @Override
    public List<Locale> languages() {
        return current().draft().languages().stream()
                .map(Languages::offered)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Known> known() {
        return scope.find().map(organization -> known.get(organization.id(), _ -> load(organization)));
    }

    private Known load(OrganizationView organization) {
        var neutral = BrandView.neutral(organization.name());
        var draft = brands.find();
        var own = draft.map(BrandView::of).orElse(neutral);
        var ofSpaces = spaces.all().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        space -> BrandView.of(space.getValue().over(own.draft()))));
        return new Known(own, neutral, ofSpaces);
    }

    private void forget(String organization) {
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }
}

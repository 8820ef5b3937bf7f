package app.lienzo.samples;

import app.lienzo.audit.Actor;
import app.lienzo.branding.BrandContact;
import app.lienzo.branding.BrandDraft;
import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.BrandService;
import app.lienzo.channels.ChannelService;
import app.lienzo.channels.LiveChatSettings;
import app.lienzo.channels.Texts;
import app.lienzo.companies.CompanyDetails;
import app.lienzo.companies.CompanyService;
import app.lienzo.contacts.ContactDetails;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactSource;
import app.lienzo.identity.ApiTokenService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.SpaceRole;
import app.lienzo.identity.TokenReach;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.portalaccess.PortalAccessService;
import app.lienzo.setup.SetupService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceTeamService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Loads what `LIENZO_SAMPLES` names, when it names something.
@ApplicationScoped
class SampleLoader {
    private static final Logger LOG = Logger.getLogger(SampleLoader.class);
    private static final String FILE = "organization.yaml";

    private final Optional<Path> folder;
    private final OrganizationService organizations;
    private final Scope scope;
    private final BrandService brands;
    private final MemberService members;
    private final ApiTokenService tokens;
    private final SpaceService spaces;
    private final SpaceTeamService teams;
    private final CompanyService companies;
    private final ContactService contacts;
    private final PortalAccessService access;
    private final ChannelService channels;
    private final SetupService setup;
    private final SupportPlanService supportPlans;
    private final TenantSql sql;
    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    SampleLoader(
            @ConfigProperty(name = "lienzo.samples") Optional<Path> folder,
            OrganizationService organizations,
            Scope scope,
            BrandService brands,
            MemberService members,
            ApiTokenService tokens,
            SpaceService spaces,
            SpaceTeamService teams,
            CompanyService companies,
            ContactService contacts,
            PortalAccessService access,
            ChannelService channels,
            SetupService setup,
            SupportPlanService supportPlans,
            TenantSql sql) {
        this.folder = folder;
        this.organizations = organizations;
        this.scope = scope;
        this.brands = brands;
        this.members = members;
        this.tokens = tokens;
        this.spaces = spaces;
        this.teams = teams;
        this.companies = companies;
        this.contacts = contacts;
        this.access = access;
        this.channels = channels;
        this.setup = setup;
        this.supportPlans = supportPlans;
        this.sql = sql;
    }

    @ActivateRequestContext
    void loadAll(@Observes StartupEvent event) {
        if (folder.isEmpty()) return;
        try (var folders = Files.list(folder.get())) {
            folders.filter(sample -> Files.exists(sample.resolve(FILE)))
                    .sorted()
                    .forEach(this::load);
        } catch (IOException e) {
            throw new UncheckedIOException("LIENZO_SAMPLES names a folder that cannot be read: " + folder.get(), e);
        }
    }

    private void load(Path sample) {
        var written = read(sample.resolve(FILE));
        var organization = organization(written);
        scope.run(
                organization,
                () -> QuarkusTransaction.requiringNew().timeout(120).run(() -> fill(written, sample)));
        LOG.infof("The sample organization %s is loaded", written.slug());
    }

    private OrganizationView organization(SampleOrganization written) {
        var platform = organizations.platform();
        return written.slug().equals(platform.slug())
                ? platform
                : organizations.create(
                        written.slug(), written.name(), written.plan(), written.language(), written.vocabulary());
    }

    private void fill(SampleOrganization written, Path sample) {
        // Replicas that start together load one after the other.
        sql.list("select pg_advisory_xact_lock(hashtext(?))", _ -> true, "sample " + written.slug());
        if (members.named(written.people().getFirst().userName()).isPresent()) return;
        brand(written.brand(), sample);
        written.people().forEach(this::person);
        written.spaces().forEach(this::space);
        if (written.contacts() != null) written.contacts().forEach(this::contact);
        written.channels().forEach(this::channel);
        if (scope.organization().platform()) return;
        // Those that come with the product are there before anybody looks.
        supportPlans.all();
        // Whoever tries a sample begins in the console; the list can be brought back.
        setup.putAside();
    }

    private void brand(SampleOrganization.Brand brand, Path sample) {
        brands.publish(new BrandDraft(
                brand.name(),
                brand.tagline(),
                brand.title(),
                brand.color(),
                brand.accent(),
                new BrandPicture.Files(
                        picture(sample, BrandPicture.LOGO, brand.logo()),
                        picture(sample, BrandPicture.LOGO_DARK, brand.logoDark()),
                        picture(sample, BrandPicture.ICON, brand.icon()),
                        picture(sample, BrandPicture.SCENE, brand.scene()),
                        picture(sample, BrandPicture.SCENE_DARK, brand.sceneDark())),
                new BrandContact(
                        brand.supportEmail(),
                        brand.supportPhone(),
                        brand.helpUrl(),
                        brand.privacyUrl(),
                        brand.termsUrl(),
                        brand.imprintUrl()),
                brand.languages() == null ? List.of() : brand.languages(),
                brand.css()));
    }

    private @Nullable UUID picture(Path sample, BrandPicture picture, @Nullable String name) {
        if (name == null) return null;
        try {
            return brands.keep(picture, Files.readAllBytes(sample.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void person(SampleOrganization.Person person) {
        var member = members.create(
                Actor.SYSTEM,
                new NewMember(
                        person.userName(), person.name(), person.email(), person.role(), person.password(), null));
        if (person.tokens() != null)
            person.tokens().forEach((token, name) -> tokens.add(member.id(), name, token, TokenReach.WHOLE, null));
    }

    private void space(SampleOrganization.Space written) {
        var space = spaces.create(written.slug(), written.name());
        assign(space, written.managers(), SpaceRole.MANAGER);
        assign(space, written.agents(), SpaceRole.AGENT);
    }

    private void assign(SpaceView space, @Nullable List<String> userNames, SpaceRole role) {
        if (userNames == null) return;
        for (var userName : userNames) {
            var member = members.named(userName)
                    .map(MemberView::id)
                    .orElseThrow(() -> new IllegalStateException("No such person in the sample: " + userName));
            teams.assign(space.id(), member, role);
        }
    }

    private void contact(SampleOrganization.Contact written) {
        var space = named(written.space());
        var details = ContactDetails.of(written.name(), written.email()).withLanguage(written.language());
        if (written.company() != null) {
            var company = companies.keep(space.id(), CompanyDetails.named(written.company()));
            details = details.withCompanies(List.of(new ContactDetails.Membership(company.id(), written.main())));
        }
        access.setUp(contacts.keep(space.id(), details, ContactSource.API), written.password());
    }

    private SpaceView named(String slug) {
        return spaces.named(slug).orElseThrow(() -> new IllegalStateException("No such space in the sample: " + slug));
    }

    private void channel(SampleOrganization.Channel written) {
        var space = named(written.space());
        channels.add(
                space.id(),
                written.key(),
                written.identitySecret(),
                new LiveChatSettings(
                        written.name(),
                        written.origins(),
                        written.greeting() == null ? Texts.NONE : written.greeting(),
                        written.hoursText() == null ? Texts.NONE : written.hoursText(),
                        written.hours() == null ? "" : written.hours(),
                        written.zone() == null ? "UTC" : written.zone()));
    }

    private SampleOrganization read(Path file) {
        try {
            return yaml.readValue(Files.readString(file), SampleOrganization.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample cannot be read: " + file, e);
        }
    }
}

package app.lienzo.imports.web;

import app.lienzo.companies.CompanyQuery;
import app.lienzo.companies.CompanyView;
import app.lienzo.companies.StandingKind;
import app.lienzo.companies.StandingService;
import app.lienzo.contacts.ContactView;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldTexts;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.imports.ExportService;
import app.lienzo.imports.Target;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceService;
import app.lienzo.ui.CsvSheet;
import app.lienzo.ui.Languages;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Contacts and companies as CSV (X13), piece by piece; what goes out can come in again.
@Path("/imports")
@RunOnVirtualThread
@Produces(CsvSheet.MEDIA_TYPE)
@PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
public class ExportResource {
    private final ExportService exports;
    private final StandingService standing;
    private final SupportPlanService plans;
    private final FieldService fields;
    private final SpaceService spaces;
    private final SpaceChoice choice;
    private final CurrentMember current;
    private final Languages languages;

    ExportResource(
            ExportService exports,
            StandingService standing,
            SupportPlanService plans,
            FieldService fields,
            SpaceService spaces,
            SpaceChoice choice,
            CurrentMember current,
            Languages languages) {
        this.exports = exports;
        this.standing = standing;
        this.plans = plans;
        this.fields = fields;
        this.spaces = spaces;
        this.choice = choice;
        this.current = current;
        this.languages = languages;
    }

    @GET
    @Path("companies.csv")
    public Response companies(@RestQuery @Nullable String space) {
        var me = current.get();
        var places = places(me, space);
        var language = languages.current();
        var own = places.size() == 1
                ? fields.of(places.iterator().next(), FieldSubject.COMPANY)
                : List.<app.lienzo.fields.FieldView>of();
        var header = header(
                language,
                Target.NAME,
                Target.DESCRIPTION,
                Target.NOTES,
                Target.DOMAINS,
                Target.SUPPORT_PLAN,
                Target.HEALTH,
                Target.TIER,
                Target.RENEWAL,
                Target.INDUSTRY);
        own.forEach(field -> header.add(field.label()));
        StreamingOutput pieces = out -> {
            var sheet = new CsvSheet(header);
            out.write(sheet.piece());
            var query = new CompanyQuery(places, "", null, null, null, null, null, CompanyQuery.LIMIT_MAX);
            exports.companies(me, query, page -> {
                for (var company : page) {
                    var line = line(company, language);
                    own.forEach(field -> line.add(FieldTexts.typed(field, company.fields())));
                    sheet.add(line);
                }
                out.write(sheet.piece());
            });
        };
        return attached(pieces, "companies.csv");
    }

    @GET
    @Path("contacts.csv")
    public Response contacts(@RestQuery @Nullable String space) {
        var me = current.get();
        var places = places(me, space);
        var header = header(
                languages.current(),
                Target.NAME,
                Target.TITLE,
                Target.EMAIL,
                Target.PHONE,
                Target.COMPANY,
                Target.TAGS,
                Target.LANGUAGE,
                Target.TIME_ZONE);
        StreamingOutput pieces = out -> {
            var sheet = new CsvSheet(header);
            out.write(sheet.piece());
            for (var place : places) {
                exports.contacts(me, place, page -> {
                    page.forEach(contact -> sheet.add(line(contact)));
                    out.write(sheet.piece());
                });
            }
        };
        return attached(pieces, "contacts.csv");
    }

    private Set<UUID> places(SignedIn me, @Nullable String space) {
        var all = spaces.inUse(me, Permission.CONTACTS_MANAGE);
        if (space != null && !space.isEmpty()) {
            var one = Ids.read(space).orElseThrow(Refused::notFound);
            me.require(Permission.CONTACTS_MANAGE, one);
            return Set.of(one);
        }
        return choice.of(me).filter(all::contains).map(Set::of).orElse(all);
    }

    private static List<String> header(Locale language, Target... targets) {
        var header = new ArrayList<String>();
        Stream.of(targets).forEach(target -> header.add(TargetTexts.name(target, language.getLanguage())));
        return header;
    }

    private List<String> line(CompanyView company, Locale language) {
        return new ArrayList<>(List.of(
                company.name(),
                company.description(),
                company.notes(),
                String.join(", ", company.domains()),
                Optional.ofNullable(company.supportPlan())
                        .flatMap(plans::find)
                        .map(SupportPlanView::name)
                        .orElse(""),
                standing.text(StandingKind.HEALTH, company.health(), language),
                standing.text(StandingKind.TIER, company.tier(), language),
                company.renewalOn() == null ? "" : company.renewalOn().toString(),
                standing.text(StandingKind.INDUSTRY, company.industry(), language)));
    }

    private static List<String> line(ContactView contact) {
        return List.of(
                contact.name(),
                contact.title(),
                contact.email(),
                or(contact.phone()),
                or(contact.companyName()),
                String.join(", ", contact.tags()),
                or(contact.language()),
                or(contact.timeZone()));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Response attached(StreamingOutput pieces, String name) {
        return Response.ok(pieces)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}

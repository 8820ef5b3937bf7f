package app.lienzo.partners.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.partners.ApplicationLine;
import app.lienzo.partners.ApplicationQueueService;
import app.lienzo.partners.ApplicationService;
import app.lienzo.partners.ApplicationView;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Sites;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One application: what was asked, its clock, its history, and the answer (BY-3).
@Path(PartnerPaths.OPERATOR + "/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class ApplicationResource {
    private final ApplicationQueueService queue;
    private final ApplicationService applications;
    private final CurrentMember current;
    private final Sites sites;
    private final Languages languages;
    private final Clock clock;

    ApplicationResource(
            ApplicationQueueService queue,
            ApplicationService applications,
            CurrentMember current,
            Sites sites,
            Languages languages,
            Clock clock) {
        this.queue = queue;
        this.applications = applications;
        this.current = current;
        this.sites = sites;
        this.languages = languages;
        this.clock = clock;
    }

    /// What was typed and not taken.
    record Typed(DecisionForm approval, String reason, String note) {}

    /// What one looks at beside the application itself.
    ///
    /// @param called organizations with its company's name
    record Around(
            List<ApplicationLine> history,
            List<ApplicationView> doubles,
            List<String> called,
            List<MemberView> operators) {}

    /// @param suffix what comes behind the short name in the address
    /// @param problem null for none
    /// @param done what was just done: `approved`, `declined`; null for nothing
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ApplicationPage(
            ApplicationView application,
            String country,
            @Nullable Remaining remaining,
            Around around,
            Typed typed,
            List<Plan> plans,
            List<Vocabulary> vocabularies,
            List<Locale> languages,
            String suffix,
            @Nullable Problem problem,
            @Nullable String done)
            implements TemplateInstance {}

    @GET
    public TemplateInstance look(@RestPath UUID id, @RestQuery @Nullable String done) {
        var application = queue.require(current.get(), id);
        return page(application, new Typed(DecisionForm.of(application), "", ""), null, done);
    }

    @POST
    @Path("notes")
    public Response note(@RestPath UUID id, @RestForm @Nullable String text) {
        var typed = text == null ? "" : text;
        return change(id, null, "", typed, me -> applications.note(me, id, typed), "#history");
    }

    /// @param operator nobody when empty
    @POST
    @Path("assignee")
    public Response assign(@RestPath UUID id, @RestForm @Nullable String operator) {
        var chosen = operator == null || operator.isBlank()
                ? null
                : Ids.read(operator).orElseThrow(Refused::notFound);
        return change(id, null, "", "", me -> applications.assign(me, id, chosen), "");
    }

    @POST
    @Path("approval")
    public Response approve(@RestPath UUID id, @BeanParam DecisionForm form) {
        return change(id, form, "", "", me -> applications.approve(me, id, form.approval()), "?done=approved");
    }

    @POST
    @Path("refusal")
    public Response decline(@RestPath UUID id, @RestForm @Nullable String reason) {
        var typed = reason == null ? "" : reason;
        return change(id, null, typed, "", me -> applications.decline(me, id, typed), "?done=declined");
    }

    private interface Change {
        void by(SignedIn me);
    }

    private Response change(
            UUID id, @Nullable DecisionForm form, String reason, String note, Change change, String then) {
        var me = current.get();
        try {
            change.by(me);
            return Pages.seeOther(PartnerPaths.OPERATOR + "/" + id + then);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var application = queue.require(me, id);
            var typed = new Typed(
                    form == null ? DecisionForm.of(application) : form,
                    SafeText.cut(reason, ApplicationService.REASON_MAX),
                    SafeText.cut(note, ApplicationService.NOTE_MAX));
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(application, typed, problem, null))
                    .build();
        }
    }

    private ApplicationPage page(
            ApplicationView application, Typed typed, @Nullable Problem problem, @Nullable String done) {
        var id = application.id();
        return new ApplicationPage(
                application,
                Countries.name(application.country(), languages.current()),
                Remaining.of(queue.deadlines(List.of(id)).get(id), clock.instant()),
                new Around(
                        queue.history(id),
                        queue.doubles(application),
                        queue.organizationsCalled(application),
                        queue.operators()),
                typed,
                List.of(Plan.values()),
                List.of(Vocabulary.values()),
                Languages.OFFERED,
                "." + sites.platformHost(),
                problem,
                done);
    }
}

package app.lienzo.optout.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.optout.OptOutCalendarService;
import app.lienzo.optout.OptOutQuery;
import app.lienzo.optout.OptOutQuery.Choice;
import app.lienzo.optout.OptOutQueueService;
import app.lienzo.optout.OptOutStep;
import app.lienzo.optout.OptOutView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The operators' queue of requests to be taken off the marketing list.
@Path(OperatorOptOutResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class OperatorOptOutResource {
    static final String PATH = "/operator/optouts";

    private final OptOutQueueService queue;
    private final OptOutCalendarService calendars;
    private final CurrentMember current;
    private final Languages languages;

    OperatorOptOutResource(
            OptOutQueueService queue, OptOutCalendarService calendars, CurrentMember current, Languages languages) {
        this.queue = queue;
        this.calendars = calendars;
        this.current = current;
        this.languages = languages;
    }

    /// @param counts of the lists that do not only grow
    /// @param last where the next page goes on; null on the last
    @CheckedTemplate(basePath = "optout", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QueuePage(
            List<OptOutView> requests,
            Choice choice,
            List<Choice> choices,
            Map<Choice, Integer> counts,
            @Nullable UUID last)
            implements TemplateInstance {}

    /// @param calendars what it can be counted by
    /// @param mine whether the operator has it in hand
    /// @param reason what was typed
    @CheckedTemplate(basePath = "optout", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestPage(
            OptOutView request,
            List<OptOutStep> history,
            List<OptOutCalendarService.Choice> calendars,
            boolean mine,
            String reason,
            String done,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String list, @RestQuery @Nullable String after) {
        var me = current.get();
        var chosen = Arrays.stream(Choice.values())
                .filter(value -> value.name().equals(list))
                .findFirst()
                .orElse(Choice.OPEN);
        var place = after == null ? null : Ids.read(after).orElse(null);
        var page = queue.page(me, new OptOutQuery(chosen, place));
        return new QueuePage(page.items(), chosen, List.of(Choice.values()), queue.counts(me), page.next());
    }

    @GET
    @Path("{request}")
    public TemplateInstance one(@RestPath String request, @RestQuery @Nullable String done) {
        return page(id(request), "", done == null ? "" : done, null);
    }

    @POST
    @Path("{request}/holder")
    public Response take(@RestPath String request, @RestForm @Nullable String from) {
        var holder = from == null || from.isEmpty() ? null : id(from);
        return change(request, "", "taken", id -> queue.take(current.get(), id, holder));
    }

    @POST
    @Path("{request}/calendar")
    public Response count(@RestPath String request, @RestForm @Nullable String calendar) {
        var chosen = id(calendar == null ? "" : calendar);
        return change(request, "", "counted", id -> calendars.choose(current.get(), id, chosen));
    }

    @POST
    @Path("{request}/removal")
    public Response done(@RestPath String request) {
        return change(request, "", "done", id -> queue.done(current.get(), id));
    }

    @POST
    @Path("{request}/refusal")
    public Response refuse(@RestPath String request, @RestForm @Nullable String reason) {
        var typed = reason == null ? "" : reason;
        return change(request, typed, "refused", id -> queue.refuse(current.get(), id, typed));
    }

    private Response change(String request, String reason, String done, Consumer<UUID> work) {
        var id = id(request);
        try {
            work.accept(id);
            return Pages.seeOther(PATH + "/" + id + "?done=" + done);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(page(id, reason, "", problem))
                    .build();
        }
    }

    private RequestPage page(UUID id, String reason, String done, @Nullable Problem problem) {
        var me = current.get();
        var request = queue.require(me, id);
        return new RequestPage(
                request,
                queue.history(me, id),
                calendars.choices(me, id),
                me.member().equals(request.takenBy()),
                reason,
                done,
                problem);
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}

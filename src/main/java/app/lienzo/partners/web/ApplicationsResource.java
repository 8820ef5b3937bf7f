package app.lienzo.partners.web;

import app.lienzo.deadlines.DeadlineView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.partners.ApplicationQuery;
import app.lienzo.partners.ApplicationQuery.Choice;
import app.lienzo.partners.ApplicationQueueService;
import app.lienzo.partners.ApplicationView;
import app.lienzo.partners.PartnerPaths;
import app.lienzo.ui.Languages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The operators' list of applications, each with its clock (BY-3).
@Path(PartnerPaths.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OPERATE)
public class ApplicationsResource {
    private static final int TEXT_MAX = 120;

    private final ApplicationQueueService applications;
    private final CurrentMember current;
    private final Languages languages;
    private final Clock clock;

    ApplicationsResource(
            ApplicationQueueService applications, CurrentMember current, Languages languages, Clock clock) {
        this.applications = applications;
        this.current = current;
        this.languages = languages;
        this.clock = clock;
    }

    /// An application in the list.
    ///
    /// @param since when it was confirmed, or asked for while it is not
    /// @param remaining null when no clock runs
    record Row(
            ApplicationView one,
            String country,
            Instant since,
            @Nullable Remaining remaining,
            @Nullable String assignee) {}

    /// @param counts of the lists that do not only grow
    /// @param next address of the next page; null on the last one
    @CheckedTemplate(basePath = "partners", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ApplicationsPage(
            List<Row> rows,
            Choice choice,
            List<Choice> choices,
            Map<Choice, Integer> counts,
            String q,
            @Nullable String next)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String list, @RestQuery @Nullable String q, @RestQuery @Nullable String after) {
        var chosen = Arrays.stream(Choice.values())
                .filter(value -> value.name().equals(list))
                .findFirst()
                .orElse(Choice.WAITING);
        var text = q == null ? "" : SafeText.line(q, TEXT_MAX);
        var place = after == null ? null : Ids.read(after).orElse(null);
        var page = applications.page(current.get(), new ApplicationQuery(chosen, text.isEmpty() ? null : text, place));
        var next = page.next();
        return new ApplicationsPage(
                rows(page.items()),
                chosen,
                List.of(Choice.values()),
                applications.counts(current.get()),
                text,
                next == null ? null : address(chosen, text, next));
    }

    private static String address(Choice choice, String text, UUID after) {
        return PartnerPaths.OPERATOR + "?list=" + choice + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + "&after=" + after;
    }

    private List<Row> rows(List<ApplicationView> shown) {
        var clocks =
                applications.deadlines(shown.stream().map(ApplicationView::id).toList());
        Map<UUID, MemberView> operators =
                applications.operators().stream().collect(Collectors.toMap(MemberView::id, Function.identity()));
        return shown.stream()
                .map(one -> {
                    var assignee = one.assignee() == null ? null : operators.get(one.assignee());
                    return new Row(
                            one,
                            Countries.name(one.country(), languages.current()),
                            Objects.requireNonNullElse(one.confirmedAt(), one.createdAt()),
                            remaining(clocks.get(one.id())),
                            assignee == null ? null : assignee.name());
                })
                .toList();
    }

    private @Nullable Remaining remaining(@Nullable DeadlineView deadline) {
        return Remaining.of(deadline, clock.instant());
    }
}

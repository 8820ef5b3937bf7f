package app.lienzo.sla.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.sla.ClockService;
import app.lienzo.sla.ClockView;
import app.lienzo.sla.LedgerLine;
import app.lienzo.sla.Metric;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The clocks of a ticket, and the ledgers they follow from.
@Path("/api/v1/tickets/{id}/clocks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.TICKETS_WORK)
public class TicketClockApi {
    private final ClockService clocks;
    private final CurrentMember current;

    TicketClockApi(ClockService clocks, CurrentMember current) {
        this.clocks = clocks;
        this.current = current;
    }

    /// @param metric `first-response`, `next-response` or `resolution`
    /// @param state `running`, `paused`, `met` or `cancelled`
    public record ClockItem(
            String metric,
            String state,
            @Nullable String cause,
            long targetMinutes,
            long usedMinutes,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant warnAt,
            @Nullable Instant warnedAt,
            @Nullable Instant breachedAt,
            @Nullable Instant endedAt,
            boolean late) {
        static ClockItem of(ClockView view) {
            return new ClockItem(
                    code(view.metric().name()),
                    code(view.state().name()),
                    view.cause() == null ? null : code(view.cause()),
                    view.targetMinutes(),
                    view.usedMinutes(),
                    view.startedAt(),
                    view.dueAt(),
                    view.warnAt(),
                    view.warnedAt(),
                    view.breachedAt(),
                    view.endedAt(),
                    view.late());
        }
    }

    public record ClockList(List<ClockItem> items) {}

    public record LedgerItem(
            int seq,
            Instant at,
            String step,
            @Nullable Long targetMinutes,
            @Nullable Instant dueAt,
            @Nullable String cause) {
        static LedgerItem of(LedgerLine line) {
            return new LedgerItem(
                    line.seq(),
                    line.at(),
                    code(line.step()),
                    line.targetMinutes(),
                    line.dueAt(),
                    line.cause() == null ? null : code(line.cause()));
        }
    }

    public record Ledger(List<LedgerItem> items) {}

    @GET
    public ClockList list(@RestPath String id) {
        return new ClockList(
                clocks.of(current.get(), id(id)).stream().map(ClockItem::of).toList());
    }

    /// The newest 200 lines of one clock, oldest first.
    @GET
    @Path("{metric}/ledger")
    public Ledger ledger(@RestPath String id, @RestPath String metric) {
        return new Ledger(clocks.ledger(current.get(), id(id), metric(metric)).stream()
                .map(LedgerItem::of)
                .toList());
    }

    private static Metric metric(String written) {
        for (var metric : Metric.values()) if (code(metric.name()).equals(written)) return metric;
        throw Refused.notFound();
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}

package app.lienzo.search.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.search.HitKind;
import app.lienzo.search.SearchHit;
import app.lienzo.search.SearchQuery;
import app.lienzo.search.SearchService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Finding tickets, conversations, contacts and companies by words, best first.
@Path("/api/v1/search")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed({Permission.Name.TICKETS_WORK, Permission.Name.CONVERSATIONS_WORK, Permission.Name.CONTACTS_WORK})
public class SearchApi {
    private final SearchService search;
    private final CurrentMember current;

    SearchApi(SearchService search, CurrentMember current) {
        this.search = search;
        this.current = current;
    }

    /// @param kind `ticket`, `conversation`, `contact` or `company`
    /// @param number of a ticket or conversation in its space; absent for others
    /// @param excerpt where the words stand, as plain text; empty when they stand in the title
    public record HitItem(
            String kind,
            UUID id,
            UUID space,
            @Nullable Long number,
            String title,
            String detail,
            String excerpt,
            @Nullable Instant changedAt) {
        static HitItem of(SearchHit hit) {
            return new HitItem(
                    hit.kind().name().toLowerCase(Locale.ROOT),
                    hit.id(),
                    hit.space(),
                    hit.number() == 0 ? null : hit.number(),
                    hit.titleText(),
                    hit.detail(),
                    hit.excerptText(),
                    hit.changedAt());
        }
    }

    public record HitList(List<HitItem> items) {}

    /// @param q words; the last one may be half typed, names may be misspelt, a number finds what is called so
    /// @param kind absent for all
    @GET
    public HitList find(
            @RestQuery @DefaultValue("") @Size(max = SearchQuery.TEXT_MAX) String q,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @Nullable String space,
            @RestQuery @DefaultValue("20") int limit) {
        var where = space == null ? null : Ids.read(space).orElseThrow(() -> Refused.invalid("filter-invalid"));
        var query = new SearchQuery(q, kinds(kind), where, true, limit);
        return new HitList(
                search.find(current.get(), query).stream().map(HitItem::of).toList());
    }

    private static Set<HitKind> kinds(String name) {
        return switch (name) {
            case "" -> Set.of();
            case "ticket" -> Set.of(HitKind.TICKET);
            case "conversation" -> Set.of(HitKind.CONVERSATION);
            case "contact" -> Set.of(HitKind.CONTACT);
            case "company" -> Set.of(HitKind.COMPANY);
            default -> throw Refused.invalid("filter-invalid");
        };
    }
}

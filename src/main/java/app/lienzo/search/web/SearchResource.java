package app.lienzo.search.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.search.HitKind;
import app.lienzo.search.SearchHit;
import app.lienzo.search.SearchQuery;
import app.lienzo.search.SearchService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The page of everything that was found, and what the command palette shows while one types.
@Path("/search")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed({Permission.Name.TICKETS_WORK, Permission.Name.CONVERSATIONS_WORK, Permission.Name.CONTACTS_WORK})
public class SearchResource {
    private static final int PALETTE = 8;

    private final SearchService search;
    private final SpaceService spaces;
    private final CurrentMember current;

    SearchResource(SearchService search, SpaceService spaces, CurrentMember current) {
        this.search = search;
        this.spaces = spaces;
        this.current = current;
    }

    /// @param kind the only one looked for; null for all
    /// @param space the only one looked in; null for all
    /// @param more whether there may be more than is shown
    @CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SearchPage(
            String text,
            @Nullable HitKind kind,
            List<HitKind> kinds,
            @Nullable UUID space,
            List<SpaceView> spaces,
            List<SearchHit> hits,
            boolean more)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PalettePart(String text, List<SearchHit> hits) implements TemplateInstance {}

    @GET
    public TemplateInstance page(
            @RestQuery @Nullable String q, @RestQuery @Nullable String kind, @RestQuery @Nullable String space) {
        var me = current.get();
        var only = kind(kind);
        var where = space == null ? null : Ids.read(space).orElse(null);
        var text = text(q);
        var hits = search.find(
                me, new SearchQuery(text, only == null ? Set.of() : Set.of(only), where, true, SearchQuery.LIMIT_MAX));
        return new SearchPage(
                text,
                only,
                List.of(HitKind.values()),
                where,
                spaces.of(me),
                hits,
                hits.size() == SearchQuery.LIMIT_MAX);
    }

    @GET
    @Path("palette")
    public TemplateInstance palette(@RestQuery @Nullable String q) {
        var text = text(q);
        return new PalettePart(text, search.find(current.get(), new SearchQuery(text, Set.of(), null, false, PALETTE)));
    }

    private static String text(@Nullable String typed) {
        return SafeText.line(typed == null ? "" : typed, SearchQuery.TEXT_MAX);
    }

    /// All for anything that is none.
    private static @Nullable HitKind kind(@Nullable String name) {
        return Arrays.stream(HitKind.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

package app.lienzo.search;

import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.spaces.SpaceService;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The door to what can be found.
@ApplicationScoped
public class SearchService {
    private static final int EXCERPT = 180;

    private final Documents documents;
    private final SpaceService spaces;
    private final Languages languages;

    SearchService(Documents documents, SpaceService spaces, Languages languages) {
        this.documents = documents;
        this.spaces = spaces;
        this.languages = languages;
    }

    /// Best first: by where the words stand, how often, and how new it is; nothing of archived spaces, of spaces where
    /// the member does not work, and of conversations that others hold unless he oversees them. A name may be
    /// misspelt; a number finds what is called so.
    public List<SearchHit> find(SignedIn me, SearchQuery query) {
        var wanted = Wanted.read(query.text());
        if (wanted.empty()) return List.of();
        var reach = new Reach(
                in(me, Permission.TICKETS_WORK, query.space()),
                in(me, Permission.CONVERSATIONS_WORK, query.space()),
                in(me, Permission.CONTACTS_WORK, query.space()),
                in(me, Permission.CONVERSATIONS_OVERSEE, query.space()),
                me.member());
        var excerpt = Excerpt.of(wanted.words());
        return documents.find(wanted, languages.current().getLanguage(), query, reach).stream()
                .map(found -> hit(found, excerpt))
                .toList();
    }

    /// Where somebody may look.
    record Reach(Set<UUID> tickets, Set<UUID> conversations, Set<UUID> contacts, Set<UUID> overseen, UUID member) {}

    private static SearchHit hit(Documents.Found found, Excerpt excerpt) {
        var title = excerpt.mark(found.title());
        return new SearchHit(
                found.kind(),
                found.id(),
                found.space(),
                found.number(),
                title,
                found.detail(),
                found.body().isEmpty() ? List.of() : excerpt.around(found.body(), EXCERPT),
                found.changedAt());
    }

    private Set<UUID> in(SignedIn me, Permission permission, @Nullable UUID space) {
        return spaces.inUse(me, permission).stream()
                .filter(one -> space == null || one.equals(space))
                .collect(Collectors.toUnmodifiableSet());
    }
}

package app.lienzo.scim;

import app.lienzo.audit.Actor;
import app.lienzo.identity.DirectoryPerson;
import app.lienzo.identity.DirectoryService;
import app.lienzo.kernel.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The door for directories. What it takes and gives is SCIM's JSON; each call is done wholly or not at
/// all.
@ApplicationScoped
public class ScimService {
    private final ScimUsers users;
    private final DirectoryService directory;
    private final Clock clock;
    private final ScimConfig config;

    ScimService(ScimUsers users, DirectoryService directory, Clock clock, ScimConfig config) {
        this.users = users;
        this.directory = directory;
        this.clock = clock;
        this.config = config;
    }

    /// A page of users.
    ///
    /// @param total how many there are in all
    /// @param startIndex place of the first, from 1
    public record UserPage(int total, int startIndex, List<ObjectNode> users) {}

    /// What the edge has to keep to.
    public record Limits(int pageMax, int bodyMax) {}

    public Limits limits() {
        return new Limits(config.pageMax(), config.bodyMax());
    }

    /// @throws Refused not found
    public ObjectNode user(UUID id) {
        return users.find(id).orElseThrow(Refused::notFound).json();
    }

    /// @param startIndex from 1; less means 1
    /// @param count more than a page holds means a page; less than none means none
    /// @throws ScimRefused `invalidFilter`, `tooMany`
    public UserPage list(@Nullable String filter, int startIndex, int count) {
        int first = Math.max(1, startIndex);
        int size = Math.clamp(count, 0, config.pageMax());
        if (filter == null || filter.isBlank()) {
            var page = size == 0 ? List.<ScimUser>of() : users.page(first - 1, size);
            return new UserPage(users.count(), first, json(page));
        }
        var wanted = ScimFilter.read(filter, config);
        var found = json(candidates(wanted)).stream().filter(wanted::matches).toList();
        return new UserPage(
                found.size(), first, found.stream().skip(first - 1L).limit(size).toList());
    }

    /// @throws ScimRefused `invalidValue`, `invalidSyntax`
    /// @throws Refused as [DirectoryService#add]
    @Transactional
    public ObjectNode create(Actor by, JsonNode body) {
        var draft = UserDraft.read(body);
        var added = directory.add(by, person(draft, null));
        if (!draft.active) directory.turn(by, added.id(), false);
        users.keep(added.id(), draft.externalId, draft.givenName, draft.familyName, clock.instant());
        return user(added.id());
    }

    /// Makes a user what the body says; what it leaves out he has no more (RFC 7644, section 3.5.1).
    ///
    /// @param looked called with the user as he is before, to refuse
    @Transactional
    public ObjectNode replace(Actor by, UUID id, JsonNode body, Consumer<ObjectNode> looked) {
        var before = locked(id);
        looked.accept(before.json());
        return change(by, before, UserDraft.read(body));
    }

    /// Changes what the operations name.
    @Transactional
    public ObjectNode patch(Actor by, UUID id, JsonNode body, Consumer<ObjectNode> looked) {
        var before = locked(id);
        looked.accept(before.json());
        var draft = UserDraft.of(before);
        UserChange.apply(body, draft, config.operationsMax());
        return change(by, before, draft);
    }

    /// Removes a member for good.
    @Transactional
    public void remove(Actor by, UUID id, Consumer<ObjectNode> looked) {
        looked.accept(locked(id).json());
        directory.remove(by, id);
        users.forget(id);
    }

    private ObjectNode change(Actor by, ScimUser before, UserDraft draft) {
        directory.change(by, before.id(), person(draft, before));
        directory.turn(by, before.id(), draft.active);
        users.keep(before.id(), draft.externalId, draft.givenName, draft.familyName, clock.instant());
        return user(before.id());
    }

    private ScimUser locked(UUID id) {
        if (!users.lock(id)) throw Refused.notFound();
        return users.find(id).orElseThrow(Refused::notFound);
    }

    /// @param before null for a new one
    private static DirectoryPerson person(UserDraft draft, @Nullable ScimUser before) {
        if (draft.userName == null) throw ScimRefused.invalidValue("A user has a userName.");
        var email = draft.email != null ? draft.email : draft.userName;
        return new DirectoryPerson(
                draft.userName, email, name(draft, before), draft.phone, draft.language, draft.timeZone);
    }

    /// A change that says nothing of names leaves the one he has, also one he gave himself.
    private static String name(UserDraft draft, @Nullable ScimUser before) {
        var said = draft.name();
        if (before == null) return said == null ? "" : said;
        boolean silent = draft.displayName == null
                && draft.formatted == null
                && Objects.equals(draft.givenName, before.givenName())
                && Objects.equals(draft.familyName, before.familyName());
        return silent || said == null ? before.name() : said;
    }

    private List<ScimUser> candidates(ScimFilter filter) {
        var exact = filter.exact();
        if (exact.isPresent()) {
            var value = exact.get().value();
            switch (exact.get().attribute()) {
                case "username" -> {
                    return users.named(value);
                }
                case "externalid" -> {
                    return users.withExternalId(value);
                }
                case "emails", "emails.value" -> {
                    return users.withEmail(value);
                }
                default -> {}
            }
        }
        if (users.count() > config.scanMax())
            throw new ScimRefused(
                    400, "tooMany", "Filter by userName, externalId or emails: there are too many users.");
        return users.page(0, config.scanMax());
    }

    private static List<ObjectNode> json(List<ScimUser> found) {
        return found.stream().map(ScimUser::json).toList();
    }
}

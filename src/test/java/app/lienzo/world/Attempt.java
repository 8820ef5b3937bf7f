package app.lienzo.world;

import app.lienzo.world.Things.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request to a route with something in each of its parameters. What belongs into a parameter is told by
/// its name; a name that is not told here is an error, so that a new route is not attacked with nonsense.
public final class Attempt {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "----lienzo";

    /// Parameters that carry an id. A parameter's name alone, or with what stands before it.
    private static final Map<String, Kind> IDS = Map.ofEntries(
            Map.entry("/conversations/{id}", Kind.CONVERSATION),
            Map.entry("/console/{id}", Kind.CONVERSATION),
            Map.entry("/contacts/{id}", Kind.CONTACT),
            Map.entry("duplicate", Kind.CONTACT),
            Map.entry("requester", Kind.CONTACT),
            Map.entry("requester.id", Kind.CONTACT),
            Map.entry("contact", Kind.CONTACT),
            Map.entry("/tickets/{id}", Kind.TICKET),
            Map.entry("ticket", Kind.TICKET),
            Map.entry("assignTo", Kind.MEMBER),
            Map.entry("/links/{other}", Kind.TICKET),
            Map.entry("/followers/{member}", Kind.MEMBER),
            Map.entry("/ticket-files/{id}", Kind.TICKET_FILE),
            Map.entry("/ticket-attachments/{id}", Kind.TICKET_FILE),
            Map.entry("/ticket-undos/{id}", Kind.TICKET_UNDO),
            Map.entry("/ticket-states/{state}", Kind.TICKET_STATE),
            Map.entry("assignee", Kind.MEMBER),
            Map.entry("id", Kind.CONTACT),
            Map.entry("view", Kind.SAVED_VIEW),
            Map.entry("/contacts/undo/{id}", Kind.CONTACT_UNDO),
            Map.entry("/channels/{id}", Kind.CHANNEL),
            Map.entry("/channels/{key}", Kind.CHANNEL_KEY),
            Map.entry("/sessions/{id}", Kind.SESSION),
            Map.entry("/people/{id}", Kind.MEMBER),
            Map.entry("/tokens/{id}", Kind.TOKEN),
            Map.entry("/attachments/{id}", Kind.FILE),
            Map.entry("/files/{id}", Kind.FILE),
            Map.entry("/identities/{id}", Kind.SSO_IDENTITY),
            Map.entry("newSpace", Kind.SPACE),
            Map.entry("/brand/{hash}", Kind.BRAND),
            Map.entry("/members/{id}", Kind.MEMBER),
            Map.entry("/spaces/{space}", Kind.SPACE),
            Map.entry("/avatars/{file}", Kind.FILE),
            Map.entry("agentOf", Kind.SPACE),
            Map.entry("managerOf", Kind.SPACE),
            Map.entry("successor", Kind.MEMBER),
            Map.entry("/outbox/{id}", Kind.MAIL),
            Map.entry("/dev/mail/{id}", Kind.SHOWN_MAIL),
            Map.entry("/domains/{id}", Kind.DOMAIN),
            Map.entry("/domain-records/{id}", Kind.DOMAIN),
            Map.entry("/support-plans/{plan}", Kind.SUPPORT_PLAN),
            Map.entry("/fields/{field}", Kind.FIELD),
            Map.entry("/companies/{company}", Kind.COMPANY),
            Map.entry("/imports/{run}", Kind.IMPORT),
            Map.entry("supportPlan", Kind.SUPPORT_PLAN),
            Map.entry("/spaces/{id}", Kind.SPACE),
            Map.entry("/calendars/{id}", Kind.CALENDAR),
            Map.entry("/response-times/{plan}", Kind.SUPPORT_PLAN),
            Map.entry("/response-policies/{plan}", Kind.SUPPORT_PLAN),
            Map.entry("calendar", Kind.CALENDAR),
            Map.entry("/views/{id}", Kind.SAVED_VIEW),
            Map.entry("/members/{member}", Kind.MEMBER),
            Map.entry("/Users/{user}", Kind.MEMBER),
            Map.entry("conversation", Kind.CONVERSATION),
            Map.entry("open", Kind.CONVERSATION),
            Map.entry("channel", Kind.CHANNEL),
            Map.entry("space", Kind.SPACE),
            Map.entry("member", Kind.MEMBER),
            Map.entry("to", Kind.MEMBER),
            Map.entry("attachments", Kind.FILE),
            Map.entry("files", Kind.FILE),
            Map.entry("file", Kind.FILE));

    /// Parameters that name nothing of anybody's, with something that fits.
    private static final Map<String, Object> PLAIN = Map.ofEntries(
            Map.entry("/assets/{version}", "0123456789ab"),
            Map.entry("/portal/{slug}", "principal"),
            Map.entry("/tickets/{number}", "999999999"),
            Map.entry("kept", ""),
            Map.entry("mailed", "1"),
            Map.entry("show", "company"),
            Map.entry("/visit/{key}", "0123456789012345678901234567890123456789012"),
            Map.entry("/operator/organizations/{id}", "nowhere123"),
            Map.entry("order", "01890000-0000-7000-8000-000000000000"),
            Map.entry("plan", "LITE"),
            Map.entry("ownerName", "Ana"),
            Map.entry("ownerEmail", "attempt@example.com"),
            Map.entry("ownerUserName", "ana"),
            Map.entry("founded", "1"),
            Map.entry("/channels/whatsapp/{request}", "01890000-0000-7000-8000-000000000000"),
            Map.entry("request", "01890000-0000-7000-8000-000000000000"),
            Map.entry("/announcements/{announcement}", "01890000-0000-7000-8000-000000000000"),
            Map.entry("announcement", "01890000-0000-7000-8000-000000000000"),
            Map.entry("job", "01890000-0000-7000-8000-000000000000"),
            Map.entry("decision", "activate"),
            Map.entry("textEs", "Hola"),
            Map.entry("textEn", "Hello"),
            Map.entry("textPt", "Olá"),
            Map.entry("showDays", "7"),
            Map.entry("/domain-records/{id}/{key}", "0123456789012345678901234567890123456789012"),
            Map.entry("/company-options/{kind}", "HEALTH"),
            Map.entry("added", "Otra"),
            Map.entry("directory", "contoso.example"),
            Map.entry("direction", "up"),
            Map.entry("/entries/{seq}", "2"),
            Map.entry("requester.email", "attempt@example.com"),
            Map.entry("requester.name", "Ana"),
            Map.entry("html", true),
            Map.entry("type", "question"),
            Map.entry("priority", "normal"),
            Map.entry("category", "open"),
            Map.entry("dueBefore", "2099-01-01T00:00:00Z"),
            Map.entry("reply", "Hola"),
            Map.entry("shown", "1"),
            Map.entry("number", "1"),
            Map.entry("how", "RELATED"),
            Map.entry("into", "1"),
            Map.entry("undo", "01890000-0000-7000-8000-000000000000"),
            Map.entry("undone", "1"),
            Map.entry("merged", "1"),
            Map.entry("paying", true),
            Map.entry("ways", "PORTAL"),
            Map.entry("note", "Prueba"),
            Map.entry("options", "uno"),
            Map.entry("usual", ""),
            Map.entry("defaultValue", ""),
            Map.entry("needed", ""),
            Map.entry("inPortal", false),
            Map.entry("description", "Prueba"),
            Map.entry("notes", "Prueba"),
            Map.entry("health", "happy"),
            Map.entry("tier", "basic"),
            Map.entry("industry", "retail"),
            Map.entry("renewalOn", "2027-01-31"),
            Map.entry("fields", Map.of()),
            Map.entry("redirects", "on"),
            Map.entry("removed", "1"),
            Map.entry("query", "state=NEW"),
            Map.entry("addTags", "uno"),
            Map.entry("removeTags", "dos"),
            Map.entry("columns", "state,due"),
            Map.entry("chain", "-----BEGIN CERTIFICATE-----"),
            Map.entry("/{name}", "app.css"),
            Map.entry("-{side}", "32"),
            Map.entry("/templates/{kind}", "mail-check"),
            Map.entry("/{language}", "es"),
            Map.entry("revision", "published-1"),
            Map.entry("tagline", "Prueba"),
            Map.entry("title", "{page} · {name}"),
            Map.entry("color", "#0b7a75"),
            Map.entry("colorPicked", "#0b7a75"),
            Map.entry("accent", "#f2a65a"),
            Map.entry("accentPicked", "#f2a65a"),
            Map.entry("supportEmail", "ayuda@example.com"),
            Map.entry("supportPhone", "+34600000000"),
            Map.entry("helpUrl", "https://example.com/"),
            Map.entry("privacyUrl", "https://example.com/"),
            Map.entry("termsUrl", "https://example.com/"),
            Map.entry("imprintUrl", "https://example.com/"),
            Map.entry("languages", "es"),
            Map.entry("first", "es"),
            Map.entry("css", ".portal{color:#123456}"),
            Map.entry("remove", "scene"),
            Map.entry("fix", "color"),
            Map.entry("use", "color:#0b7a75"),
            Map.entry("/look/{hash}", "0123456789abcdef"),
            Map.entry("/versions/{number}", "1"),
            Map.entry("/preview/{part}", "sign-in"),
            Map.entry("/optouts/{request}", "01890000-0000-7000-8000-000000000000"),
            Map.entry("/marketing/{campaign}", "01890000-0000-7000-8000-000000000000"),
            Map.entry("/campaigns/{campaign}", "01890000-0000-7000-8000-000000000000"),
            Map.entry("/mailing/{token}", "0123456789012345678901234567890123456789012"),
            Map.entry("List-Unsubscribe", "One-Click"),
            Map.entry("choice", "off"),
            Map.entry("reason", "Prueba"),
            Map.entry("confirmed", "on"),
            Map.entry("audience", "OWNERS"),
            Map.entry("speakers", "on"),
            Map.entry("when", "2099-01-01T00:00"),
            Map.entry("subject", "Prueba"),
            Map.entry("body", "Hola, {{name}}: [Ver]({{link}})"),
            Map.entry("part", "text"),
            Map.entry("from", "hola@example.com"),
            Map.entry("replyTo", "ayuda@example.com"),
            Map.entry("look", "1"),
            Map.entry("host", "smtp.example.com"),
            Map.entry("port", "587"),
            Map.entry("security", "STARTTLS"),
            Map.entry("user", "hola"),
            Map.entry("userName", "nobody"),
            Map.entry("addresses", "attempt@example.com"),
            Map.entry("email", "attempt@example.com"),
            Map.entry("phone", "+34600000000"),
            Map.entry("timeZone", "Europe/Madrid"),
            Map.entry("level", "MEMBER"),
            Map.entry("role", "AGENT"),
            Map.entry("confirm", "nobody"),
            Map.entry("active", false),
            Map.entry("gone", "1"),
            Map.entry("password", "Wrong2026password"),
            Map.entry("/set-password/{token}", "0123456789012345678901234567890123456789012"),
            Map.entry("/confirm-email/{token}", "0123456789012345678901234567890123456789012"),
            Map.entry("token", "0123456789012345678901234567890123456789012"),
            Map.entry("current", "Wrong2026password"),
            Map.entry("repeat", "Wrong2026password"),
            Map.entry("next", "/profile"),
            Map.entry("ended", "1"),
            Map.entry("saved", "1"),
            Map.entry("language", "es"),
            Map.entry("code", "000000"),
            Map.entry("required", ""),
            Map.entry("withSso", ""),
            Map.entry("permissions", "CONVERSATIONS_WORK"),
            Map.entry("readOnly", true),
            Map.entry("limited", "yes"),
            Map.entry("lifetime", "30"),
            Map.entry("lastDay", "2099-01-01"),
            Map.entry("endsAt", "2099-01-01T00:00:00Z"),
            Map.entry("notify", "NEW_CONVERSATION"),
            Map.entry("slug", "chat"),
            Map.entry("vocabulary", "organization"),
            Map.entry("archived", false),
            Map.entry("print", "0123456789abcdef0123456789abcdef"),
            Map.entry("pardoned", "1"),
            Map.entry("person", "nobody"),
            Map.entry("emails", "attempt@example.com"),
            Map.entry("phones", Map.of("number", "+34600000000", "label", "casa")),
            Map.entry("companies", Map.of("company", "01890000-0000-7000-8000-000000000000", "seesAll", true)),
            Map.entry("address.street", "Calle 1"),
            Map.entry("address.city", "Madrid"),
            Map.entry("address.region", "Madrid"),
            Map.entry("address.postcode", "28001"),
            Map.entry("address.country", "España"),
            Map.entry("social", Map.of("x", "ana")),
            Map.entry("tags", "vip"),
            Map.entry("tag", "vip"),
            Map.entry("group", "unassigned"),
            Map.entry("column", "phone"),
            Map.entry("back", "group=blocked"),
            Map.entry("firm", "Nadie"),
            Map.entry("all", "0"),
            Map.entry("street", "Calle 1"),
            Map.entry("city", "Madrid"),
            Map.entry("region", "ct"),
            Map.entry("postcode", "28001"),
            Map.entry("country", "es"),
            Map.entry("whatsapp", "ana"),
            Map.entry("telegram", "ana"),
            Map.entry("instagram", "ana"),
            Map.entry("facebook", "ana"),
            Map.entry("linkedin", "ana"),
            Map.entry("x", "ana"),
            Map.entry("row", ""),
            Map.entry("unassigned", "false"),
            Map.entry("company", "01890000-0000-7000-8000-000000000000"),
            Map.entry("source", "api"),
            Map.entry("blocked", "false"),
            Map.entry("anonymous", "false"),
            Map.entry("sort", "name"),
            Map.entry("done", "saved"),
            Map.entry("/scim/{token}", "01890000-0000-7000-8000-000000000000"),
            Map.entry("/ResourceTypes/{type}", "User"),
            Map.entry("/Schemas/{schema}", "urn:ietf:params:scim:schemas:core:2.0:User"),
            Map.entry("filter", "userName eq \"nobody\""),
            Map.entry("startIndex", "1"),
            Map.entry("count", "10"),
            Map.entry("attributes", "userName"),
            Map.entry("excludedAttributes", "emails"),
            Map.entry("action", "signed-in"),
            Map.entry("address", "127.0.0.1"),
            Map.entry("theme", "DARK"),
            Map.entry("sound", "on"),
            Map.entry("on", "true"),
            Map.entry("name", "Chat"),
            // Nobody saw that, so nothing is renamed.
            Map.entry("seenName", "Nobody"),
            Map.entry("seenLanguage", "es"),
            Map.entry("seenVocabulary", "SERVICE_PROVIDER"),
            Map.entry("seenTimeZone", ""),
            Map.entry("origins", "http://localhost:*"),
            Map.entry("greetingEs", "Hola"),
            Map.entry("greetingEn", "Hello"),
            Map.entry("greetingPt", "Olá"),
            Map.entry("hoursEs", "Siempre"),
            Map.entry("hoursEn", "Always"),
            Map.entry("hoursPt", "Sempre"),
            Map.entry("hours", "mon-fri 09:00-18:00"),
            Map.entry("zone", "UTC"),
            Map.entry("state", "inbox"),
            Map.entry("tray", "inbox"),
            Map.entry("team", "true"),
            Map.entry("q", "hola"),
            Map.entry("limit", 50),
            Map.entry("after", ""),
            Map.entry("before", 1000),
            Map.entry("text", "Hola"),
            Map.entry("stamp", "0.x.y"),
            Map.entry("list", "WAITING"),
            Map.entry("clients", "10"),
            Map.entry("message", "Hola"),
            Map.entry("terms", "yes"),
            Map.entry("marketing", ""),
            Map.entry("website", ""),
            Map.entry("proof", "e30="),
            Map.entry("operator", ""),
            Map.entry("kind", "reply"),
            Map.entry("seen", 1),
            Map.entry("seq", 1),
            Map.entry("force", "1"),
            Map.entry("size", 50),
            Map.entry("organization", "aurora"),
            Map.entry("key", "attempt-key-1"),
            Map.entry("page", "http://localhost:9999/"),
            Map.entry("typing", true),
            Map.entry("until", "99999999999"),
            Map.entry("preview", "1"),
            Map.entry("signature", "AAAA"),
            Map.entry("enabled", ""),
            Map.entry("only", ""),
            Map.entry("issuer", "http://localhost:1/"),
            Map.entry("client", "attempt"),
            Map.entry("secret", ""),
            Map.entry("label", "Entrar"),
            Map.entry("domains", "example.com"),
            Map.entry("creates", "on"),
            Map.entry("spaceRole", "AGENT"),
            Map.entry("userNameClaim", "preferred_username"),
            Map.entry("nameClaim", "name"),
            Map.entry("emailClaim", "email"),
            Map.entry("verifiedClaim", "email_verified"),
            Map.entry("version", "0"),
            Map.entry("contact.externalId", "attempt-1"),
            Map.entry("contact.name", "Ana"),
            Map.entry("contact.email", "ana@example.com"),
            Map.entry("identity.id", "attempt-1"),
            Map.entry("identity.name", "Ana"),
            Map.entry("identity.email", "ana@example.com"),
            Map.entry("identity.hash", "00"),
            Map.entry("/clocks/{metric}", "resolution"),
            Map.entry("begins", "CREATED"),
            Map.entry("warn", "75"),
            Map.entry("waiting", "on"),
            Map.entry("onHold", "on"),
            Map.entry("resolution", "8 h"),
            Map.entry("same", ""),
            Map.entry("startsAt", "created"),
            Map.entry("warnPercent", 75),
            Map.entry("pausesWaiting", true),
            Map.entry("pausesOnHold", false),
            Map.entry("targets", Map.of("type", "question", "priority", "normal", "firstMinutes", 60)),
            Map.entry("week", "09:00-18:00"),
            Map.entry("days", Map.of("on", "2026-12-24", "yearly", true, "name", "Prueba", "hours", "")),
            Map.entry("dayOn", "2026-12-24"),
            Map.entry("dayName", "Prueba"),
            Map.entry("dayHours", "9-13"),
            Map.entry("dayYearly", "yes"),
            Map.entry("fill", ""),
            Map.entry("at", "2026-11-26T09:00:00Z"),
            Map.entry("amount", "8 h"),
            Map.entry("minutes", 480));

    /// A parameter that carries an id.
    public record Slot(String place, Kind kind) {
        public boolean path() {
            return place.startsWith("/");
        }
    }

    /// Who asks: a browser with a session, a program with a token, a visitor.
    public record Person(
            Tenant tenant, Browser browser, @Nullable String token) {
        public static Person signedIn(Tenant tenant, String userName) {
            return new Person(tenant, Browser.signedIn(tenant, userName), tenant.token(userName));
        }

        /// At the portal of his space; everywhere else he is nobody.
        public static Person customer(Customer customer) {
            return new Person(customer.tenant(), customer.browser(), null);
        }

        public static Person anonymous(Tenant tenant) {
            return new Person(tenant, Browser.at(tenant), null);
        }
    }

    private final Route route;
    private final Person person;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> extras = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();

    private Attempt(Route route, Person person) {
        this.route = route;
        this.person = person;
    }

    public static Attempt of(Route route, Person person, Things things) {
        var attempt = new Attempt(route, person);
        for (var place : places(route)) {
            var id = id(place);
            attempt.values.put(
                    place,
                    id != null
                            ? things.get(id)
                            : java.util.Objects.requireNonNull(plain(place), () -> route + " " + place));
        }
        return attempt;
    }

    public static List<Slot> slots(Route route) {
        var slots = new ArrayList<Slot>();
        for (var place : places(route)) {
            var kind = id(place);
            if (kind != null) slots.add(new Slot(place, kind));
        }
        return slots;
    }

    public static List<String> unknownParameters(Route route) {
        return places(route).stream()
                .filter(place -> id(place) == null && plain(place) == null)
                .toList();
    }

    public static boolean needs(Route route, String permission) {
        for (var element : List.of(route.code(), route.code().getDeclaringClass())) {
            var allowed = element.getAnnotation(PermissionsAllowed.class);
            if (allowed != null) return Arrays.asList(allowed.value()).contains(permission);
        }
        return false;
    }

    public Attempt put(Slot slot, String value) {
        values.put(slot.place(), value);
        return this;
    }

    /// Puts a text into a parameter that is no id.
    public Attempt put(String place, Object value) {
        if (!values.containsKey(place)) throw new IllegalArgumentException(route + " has no " + place);
        values.put(place, value);
        return this;
    }

    /// Fields that the route does not have.
    public Attempt with(Map<String, String> more) {
        extras.putAll(more);
        return this;
    }

    /// Leaves out a header that every honest request has.
    public Attempt without(String header) {
        left.add(header);
        return this;
    }

    public Wire.Answer send() {
        return request(true).patience(route.stream() ? 700 : 20_000).send();
    }

    /// @param token whether a form carries its token
    public Wire.Request request(boolean token) {
        var request = Wire.to(person.tenant(), route.verb(), target()).header("Accept", accepted());
        if (route.page()) {
            person.browser().withCookies(request);
            if (!left.contains("Origin"))
                request.header("Origin", "http://" + person.tenant().host());
            if (token && route.changes())
                request.header("X-Form-Token", person.browser().token());
        } else if (route.template().startsWith("/widget/")) {
            request.header("Origin", Tenant.SHOP)
                    .header("Authorization", "Bearer 0123456789012345678901234567890123456789012");
        } else if (person.token() != null) {
            request.header("Authorization", "Bearer " + person.token());
        }
        return body(request);
    }

    public String target() {
        var path = route.path(name -> String.valueOf(values.get(pathPlace(route, name))));
        var query = new ArrayList<String>();
        for (var name : route.query()) {
            var value = values.get(name);
            if (!String.valueOf(value).isEmpty()) query.add(name + "=" + Browser.encoded(String.valueOf(value)));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String accepted() {
        if (route.stream()) return "text/event-stream";
        return route.page() ? "text/html, */*;q=0.1" : "application/json";
    }

    private Wire.Request body(Wire.Request request) {
        return switch (route.body()) {
            case Route.Body.None() -> route.changes() ? request.header("Content-Length", "0") : request;
            case Route.Body.Form(var fields) -> {
                var filled = new LinkedHashMap<String, String>();
                for (var field : fields) {
                    var value = String.valueOf(values.get(field));
                    if (!value.isEmpty()) filled.put(field, value);
                }
                filled.putAll(extras);
                yield inParts() ? parts(request, filled) : request.form(pairs(filled));
            }
            case Route.Body.Upload(var field) ->
                request.body(
                        "multipart/form-data; boundary=" + BOUNDARY,
                        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                                        + "\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--"
                                        + BOUNDARY + "--\r\n")
                                .getBytes(StandardCharsets.UTF_8));
            case Route.Body.Json(var type) -> request.json(json(type));
        };
    }

    /// Whether the form comes with files, although nobody says which.
    private boolean inParts() {
        var consumes = route.code().getAnnotation(Consumes.class);
        return consumes != null && List.of(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static Wire.Request parts(Wire.Request request, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--" + BOUNDARY + "--\r\n");
        return request.body(
                "multipart/form-data; boundary=" + BOUNDARY, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String pairs(Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.add(name + "=" + Browser.encoded(value)));
        return String.join("&", pairs);
    }

    private String json(Class<?> type) {
        try {
            var body = record(type, "");
            body.putAll(extras);
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> record(Class<?> type, String prefix) {
        var body = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            var place = prefix + component.getName();
            if (component.getType().isRecord()) body.put(component.getName(), record(component.getType(), place + "."));
            else if (List.class.isAssignableFrom(component.getType()))
                body.put(component.getName(), List.of(values.get(place)));
            else body.put(component.getName(), values.get(place));
        }
        return body;
    }

    /// Where values go: `/what/stands/before/{name}` in the path, `name` in query and form, `outer.name`
    /// inside JSON.
    private static List<String> places(Route route) {
        var places = new ArrayList<String>();
        for (var name : route.pathParameters()) places.add(pathPlace(route, name));
        places.addAll(route.query());
        switch (route.body()) {
            case Route.Body.Form(var fields) -> places.addAll(fields);
            case Route.Body.Json(var type) -> addPlaces(type, "", places);
            case Route.Body.Upload _, Route.Body.None _ -> {}
        }
        places.remove("form-token");
        return places;
    }

    private static void addPlaces(Class<?> type, String prefix, List<String> places) {
        for (var component : type.getRecordComponents()) {
            if (component.getType().isRecord())
                addPlaces(component.getType(), prefix + component.getName() + ".", places);
            else places.add(prefix + component.getName());
        }
    }

    private static String pathPlace(Route route, String name) {
        var parameter = "{" + name + "}";
        return route.template().substring(0, route.template().indexOf(parameter)) + parameter;
    }

    private static @Nullable Kind id(String place) {
        return IDS.entrySet().stream()
                .filter(entry -> fits(place, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object plain(String place) {
        if (place.equals("clientId")) return UUID.randomUUID().toString();
        return PLAIN.entrySet().stream()
                .filter(entry -> fits(place, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(String place, String key) {
        return key.contains("{") ? place.endsWith(key) : place.equals(key);
    }
}

package app.lienzo.world;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// One of the two sample organizations, as programs and visitors reach it over HTTP.
public record Tenant(String slug, String channelKey) {
    public static final Tenant AURORA = new Tenant("aurora", "aurora-chat");
    public static final Tenant NIMBUS = new Tenant("nimbus", "nimbus-chat");
    /// The other space of Aurora, where `agent` and `agent2` both work.
    public static final Tenant AURORA_SECOND = new Tenant("aurora", "aurora-second");

    /// The platform itself, at its own host.
    public static final Tenant PLATFORM = new Tenant("platform", "");

    public static final String PASSWORD = "Lienzo2026demo";

    private static final AtomicInteger VISITORS = new AtomicInteger();

    /// An origin that the sample channels let in.
    public static final String SHOP = "http://localhost:9999";

    public String host() {
        return slug.equals("platform") ? "localhost" : slug + ".localhost";
    }

    /// A request of nobody in particular.
    public RequestSpecification anybody() {
        return given().header("Host", host()).redirects().follow(false);
    }

    public RequestSpecification owner() {
        return with(slug + "-owner-token");
    }

    public RequestSpecification agent() {
        return with(slug + "-agent-token");
    }

    /// The sample operator, at the platform.
    public RequestSpecification operator() {
        return with("operator-token");
    }

    public RequestSpecification with(String token) {
        return anybody().header("Authorization", "Bearer " + token).header("Accept", "application/json");
    }

    /// A member who signs in with his password.
    public RequestSpecification member(String userName) {
        return with(token(userName));
    }

    public String token(String userName) {
        return anybody()
                .contentType("application/json")
                .body(Map.of("userName", userName, "password", PASSWORD))
                .post("/api/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    public String channel() {
        return "/widget/v1/channels/" + channelKey;
    }

    /// A visitor who has just opened the widget on the shop's page. Each comes from an address of his
    /// own, as new visitors are counted by address.
    public Visitor visitor() {
        int number = VISITORS.incrementAndGet();
        var answer = Wire.to(this, "POST", channel() + "/visitors")
                .header("Origin", SHOP)
                .json("{\"language\":\"es\",\"page\":\"" + SHOP + "/\"}")
                .from("127.7." + number / 250 + "." + (1 + number % 250))
                .send();
        if (answer.status() != 201) throw new AssertionError("No visitor: " + answer.status() + " " + answer.body());
        return new Visitor(this, JsonPath.from(answer.body()).getString("token"));
    }

    /// A conversation that waits in the inbox, begun by a new visitor.
    public Talk talk(String text) {
        var visitor = visitor();
        visitor.writes(text);
        return new Talk(visitor, visitor.conversation());
    }

    /// A ticket in the space of its channel, asked for by somebody new, with its subject as
    /// description.
    public Ticket ticket(String subject) {
        return ticket(subject, "cliente-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com");
    }

    /// @param email of whoever asks; a contact is made of him when there is none
    public Ticket ticket(String subject, String email) {
        var space = space();
        var answer = owner().contentType("application/json")
                .body(Map.of(
                        "space",
                        space,
                        "requester",
                        Map.of("email", email, "name", "Cliente"),
                        "subject",
                        subject,
                        "description",
                        subject))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Ticket(
                this, answer.getString("id"), space, answer.getLong("number"), answer.getString("requester.id"), email);
    }

    /// @param requester the contact who asked
    public record Ticket(Tenant tenant, String id, String space, long number, String requester, String email) {
        public String path() {
            return "/api/v1/tickets/" + id;
        }

        public Ticket replied(RequestSpecification member, String text) {
            return said(member, "reply", text);
        }

        public Ticket noted(RequestSpecification member, String text) {
            return said(member, "note", text);
        }

        /// Changes properties of it, as the API names them.
        public Ticket changed(RequestSpecification member, Map<String, ?> what) {
            member.contentType("application/json")
                    .body(what)
                    .patch(path())
                    .then()
                    .statusCode(200);
            return this;
        }

        /// Adds an entry with a file that says so.
        ///
        /// @param kind `reply` or `note`
        /// @return the file's id
        public String file(RequestSpecification member, String kind, String text) {
            String file = tenant.owner()
                    .multiPart("file", text + ".txt", text.getBytes(StandardCharsets.UTF_8), "text/plain")
                    .post("/api/v1/ticket-attachments")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            member.contentType("application/json")
                    .body(Map.of("kind", kind, "text", text, "attachments", List.of(file)))
                    .post(path() + "/entries")
                    .then()
                    .statusCode(201);
            return file;
        }

        private Ticket said(RequestSpecification member, String kind, String text) {
            member.contentType("application/json")
                    .body(Map.of("kind", kind, "text", text))
                    .post(path() + "/entries")
                    .then()
                    .statusCode(201);
            return this;
        }
    }

    /// The space of its channel.
    public String space() {
        return Rows.one(
                "select space_id from lienzo.channel where tenant_id = ? and key = ?", Rows.id(this), channelKey);
    }

    /// Somebody in the file of its space.
    ///
    /// @return his id
    public String contact(String name, String email) {
        return owner().contentType("application/json")
                .body(Map.of("space", space(), "name", name, "emails", List.of(email)))
                .post("/api/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// A company of its space, made by its owner.
    ///
    /// @return its id
    public String company(String name) {
        return owner().contentType("application/json")
                .body(Map.of("space", space(), "name", name))
                .post("/api/v1/companies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// A visitor and the conversation he began.
    public record Talk(Visitor visitor, String id) {
        public String path() {
            return "/api/v1/conversations/" + id;
        }

        public Talk takenBy(RequestSpecification member) {
            member.post(path() + "/holder").then().statusCode(200);
            return this;
        }
    }

    /// A browser with the widget in it.
    public record Visitor(Tenant tenant, String token) {
        public RequestSpecification request() {
            return tenant.anybody().header("Origin", SHOP).header("Authorization", "Bearer " + token);
        }

        public void writes(String text) {
            request()
                    .contentType("application/json")
                    .body(Map.of("clientId", UUID.randomUUID().toString(), "text", text))
                    .post(tenant.channel() + "/messages")
                    .then()
                    .statusCode(201);
        }

        public String conversation() {
            return request()
                    .get(tenant.channel() + "/conversation")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("conversation.id");
        }

        public List<String> sees() {
            return request()
                    .get(tenant.channel() + "/conversation")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("messages.text");
        }
    }
}

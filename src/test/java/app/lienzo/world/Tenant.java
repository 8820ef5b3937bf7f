package app.lienzo.world;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One of the two sample organizations, as programs and visitors reach it over HTTP.
public record Tenant(String slug, String channelKey) {
    public static final Tenant AURORA = new Tenant("aurora", "aurora-chat");
    public static final Tenant NIMBUS = new Tenant("nimbus", "nimbus-chat");
    /// The other space of Aurora, where `agent` and `agent2` both work.
    public static final Tenant AURORA_SECOND = new Tenant("aurora", "aurora-second");

    public static final String PASSWORD = "Lienzo2026demo";

    /// An origin that the sample channels let in.
    public static final String SHOP = "http://localhost:9999";

    public String host() {
        return slug + ".localhost";
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

    /// A visitor who has just opened the widget on the shop's page.
    public Visitor visitor() {
        String token = anybody()
                .header("Origin", SHOP)
                .contentType("application/json")
                .body(Map.of("language", "es", "page", SHOP + "/"))
                .post(channel() + "/visitors")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return new Visitor(this, token);
    }

    /// A conversation that waits in the inbox, begun by a new visitor.
    public Talk talk(String text) {
        var visitor = visitor();
        visitor.writes(text);
        return new Talk(visitor, visitor.conversation());
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

package app.lienzo.scim;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ScimTest {
    private static final String USERS = "/scim/v2/Users";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([^<]{43})<");

    @Test
    @DisplayName(
            "A directory that speaks through a public SCIM library finds, makes, changes, deactivates and removes people")
    void a_public_client_library_gets_along() throws Exception {
        var token = token(AURORA);
        try (var client = ClientBuilder.newClient()) {
            client.register((ClientRequestFilter) request -> {
                request.getHeaders().putSingle("Host", AURORA.host());
                request.getHeaders().putSingle("Authorization", "Bearer " + token);
            });
            var scim = new com.unboundid.scim2.client.ScimService(
                    client.target("http://localhost:" + RestAssured.port + "/scim/v2"));

            assertThat(scim.getServiceProviderConfig().getPatch().isSupported()).isTrue();
            assertThat(scim.getResourceTypes().getTotalResults()).isEqualTo(1);
            assertThat(scim.getSchemas().getResources().getFirst().getAttributes())
                    .hasSizeGreaterThan(5);
            assertThat(scim.getSchema("urn:ietf:params:scim:schemas:core:2.0:User")
                            .getName())
                    .isEqualTo("User");

            var address = "lib-" + UUID.randomUUID() + "@example.com";
            var wish = new UserResource()
                    .setUserName(address)
                    .setName(new Name().setGivenName("Ana").setFamilyName("Ríos"))
                    .setActive(true);
            wish.setExternalId("lib-1");
            wish.setEmails(new Email().setValue(address).setType("work").setPrimary(true));
            var made = scim.create("Users", wish);
            assertThat(made.getId()).isNotBlank();
            assertThat(made.getMeta().getVersion()).startsWith("W/");
            assertThatThrownBy(() -> scim.create("Users", wish)).isInstanceOf(ResourceConflictException.class);

            var found = scim.searchRequest("Users")
                    .filter(Filter.and(Filter.eq("userName", address), Filter.eq("active", true)))
                    .page(1, 10)
                    .invoke(UserResource.class);
            assertThat(found.getTotalResults()).isEqualTo(1);
            assertThat(found.getResources().getFirst().getDisplayName()).isEqualTo("Ana Ríos");

            var patched = scim.modifyRequest("Users", made.getId())
                    .replaceValue("name.familyName", "Gil")
                    .replaceValue("active", false)
                    .invoke(UserResource.class);
            assertThat(patched.getActive()).isFalse();
            assertThat(patched.getName().getFormatted()).isEqualTo("Ana Gil");

            patched.setDisplayName("Ana la Grande").setActive(true);
            var replaced = scim.replaceRequest(URI.create("Users/" + made.getId()), patched)
                    .invoke();
            assertThat(replaced.getDisplayName()).isEqualTo("Ana la Grande");
            assertThat(scim.retrieve("Users", made.getId(), UserResource.class).getExternalId())
                    .isEqualTo("lib-1");

            scim.delete("Users", made.getId());
            assertThatThrownBy(() -> scim.retrieve("Users", made.getId(), UserResource.class))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    @DisplayName("T05: a token of one organization is worth nothing at the other, and an id of the other is no id")
    void a_token_opens_one_organization() {
        var aurora = token(AURORA);
        var nimbus = token(NIMBUS);
        var before = Rows.list("select t::text from lienzo.member t where tenant_id = ? order by 1", Rows.id(NIMBUS));
        with(NIMBUS, aurora)
                .get(USERS)
                .then()
                .statusCode(401)
                .body("schemas[0]", startsWith("urn:ietf:params:scim:api"));
        with(AURORA, "nonsense").get(USERS).then().statusCode(401).header("WWW-Authenticate", "Bearer");
        AURORA.owner().get(USERS).then().statusCode(401);
        assertThat(Browser.signedIn(AURORA, "owner").get(USERS).status()).isEqualTo(401);
        var foreign =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(NIMBUS));
        for (var id : List.of(foreign, UUID.randomUUID().toString())) {
            with(AURORA, aurora).get(USERS + "/" + id).then().statusCode(404);
            with(AURORA, aurora).delete(USERS + "/" + id).then().statusCode(404);
            patch(AURORA, aurora, id, Map.of("op", "replace", "path", "active", "value", false))
                    .statusCode(404);
        }
        with(AURORA, aurora)
                .queryParam("filter", "emails.value ew \"@nimbus.example\"")
                .get(USERS)
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(0));
        with(NIMBUS, nimbus).get(USERS).then().statusCode(200);
        assertThat(Rows.list("select t::text from lienzo.member t where tenant_id = ? order by 1", Rows.id(NIMBUS)))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("A revoked token is worth nothing from the next request on; it is stored as a hash and shown once")
    void a_token_can_be_revoked() {
        var owner = Browser.signedIn(AURORA, "owner");
        var name = "Entra " + UUID.randomUUID();
        var token = make(owner, name);
        assertThat(owner.get("/organization/scim").body()).contains(name).doesNotContain(token);
        with(AURORA, token).get(USERS).then().statusCode(200);
        assertThat(Rows.list("select 1 from lienzo.scim_token t where t::text like ?", "%" + token + "%"))
                .isEmpty();
        var id = Rows.one("select id from lienzo.scim_token where name = ?", name);
        assertThat(Rows.one("select used_at is not null from lienzo.scim_token where name = ?", name))
                .isEqualTo("t");
        // The other organization's Owner cannot end it.
        assertThat(Browser.signedIn(NIMBUS, "owner")
                        .post("/organization/scim/" + id + "/end", "")
                        .status())
                .isEqualTo(404);
        assertThat(owner.post("/organization/scim/" + id + "/end", "").status()).isEqualTo(303);
        with(AURORA, token).get(USERS).then().statusCode(401);
        assertThat(Browser.signedIn(AURORA, "useradmin")
                        .get("/organization/scim")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "What Microsoft Entra ID sends is understood: capitals, texts for truth values, objects without a path, filtered paths")
    void entra_is_understood() {
        var token = token(AURORA);
        var address = "entra-" + UUID.randomUUID() + "@example.com";
        String id = with(AURORA, token)
                .contentType("application/scim+json")
                .body("""
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                                     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                         "externalId": "a-guid", "userName": "%s", "active": true, "displayName": "Eva Entra",
                         "emails": [{"primary": true, "type": "work", "value": "%s"}],
                         "meta": {"resourceType": "User"}, "name": {"formatted": "Eva Entra", "familyName": "Entra", "givenName": "Eva"},
                         "roles": [], "title": "Jefa", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "IT"}}
                        """.formatted(address, address))
                .post(USERS)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .header("RateLimit", notNullValue())
                .header("ETag", startsWith("W/"))
                .contentType(startsWith("application/scim+json"))
                .body("meta.version", notNullValue())
                .extract()
                .path("id");
        with(AURORA, token)
                .queryParam("filter", "userName eq \"" + address.toUpperCase(java.util.Locale.ROOT) + "\"")
                .get(USERS)
                .then()
                .body("Resources.id", equalTo(List.of(id)));
        with(AURORA, token)
                .queryParam("filter", "externalId eq \"a-guid\"")
                .get(USERS)
                .then()
                .body("Resources.id", equalTo(List.of(id)));
        with(AURORA, token)
                .queryParam("filter", "emails[type eq \"work\"].value eq \"" + address + "\"")
                .get(USERS)
                .then()
                .statusCode(200)
                .body("Resources.id", equalTo(List.of(id)));

        patch(AURORA, token, id, Map.of("op", "Replace", "path", "active", "value", "False"))
                .statusCode(200)
                .body("active", equalTo(false));
        patch(
                        AURORA,
                        token,
                        id,
                        Map.of("op", "Add", "path", "emails[type eq \"work\"].value", "value", "new-" + address))
                .statusCode(200)
                .body("emails[0].value", equalTo("new-" + address))
                .body("userName", equalTo(address));
    }

    @Test
    @DisplayName(
            "What Okta sends is understood: an object without a path, a whole PUT, and deactivation that ends the person's sessions at once")
    void okta_is_understood() {
        var token = token(AURORA);
        var name = "okta" + UUID.randomUUID().toString().substring(0, 8);
        var user = Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                "userName",
                name,
                "name",
                Map.of("givenName", "Otto", "familyName", "Okta"),
                "emails",
                List.of(Map.of("primary", true, "value", name + "@example.com", "type", "work")),
                "displayName",
                "Otto Okta",
                "locale",
                "en-US",
                "externalId",
                "00u1",
                "groups",
                List.of(),
                "password",
                "1mz050nq",
                "active",
                true);
        String id = with(AURORA, token)
                .contentType("application/scim+json; charset=utf-8")
                .body(user)
                .post(USERS)
                .then()
                .statusCode(201)
                .body("password", nullValue())
                .extract()
                .path("id");
        assertThat(Rows.list(
                        "select password_hash from lienzo.member where id = ?::uuid and password_hash is not null", id))
                .isEmpty();
        assertThat(Rows.one("select organization_role from lienzo.member where id = ?::uuid", id))
                .isEqualTo("MEMBER");

        patch(AURORA, token, id, Map.of("op", "replace", "value", Map.of("active", false)))
                .statusCode(200)
                .body("active", equalTo(false));
        patch(AURORA, token, id, Map.of("op", "replace", "value", Map.of("active", true, "name.givenName", "Ottilie")))
                .statusCode(200)
                .body("name.givenName", equalTo("Ottilie"))
                .body("displayName", equalTo("Ottilie Okta"));
        with(AURORA, token)
                .contentType("application/json")
                .body(user)
                .put(USERS + "/" + id)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Otto Okta"));
        AURORA.owner()
                .queryParam("subject", "member")
                .queryParam("person", "directory (")
                .get("/api/v1/audit")
                .then()
                .body(
                        "items.findAll { it.subjectId == '" + id + "' }.action",
                        org.hamcrest.Matchers.hasItems("member-added", "member-deactivated", "member-activated"));
    }

    @Test
    @DisplayName("BY-6: a directory neither touches Owners nor gives anybody a level, whatever it sends")
    void owners_and_levels_are_out_of_reach() {
        var token = token(AURORA);
        var owner =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'owner'", Rows.id(AURORA));
        var before = Rows.one("select t::text from lienzo.member t where id = ?::uuid", owner);
        patch(AURORA, token, owner, Map.of("op", "replace", "path", "active", "value", false))
                .statusCode(403)
                .body("status", equalTo("403"));
        patch(AURORA, token, owner, Map.of("op", "replace", "path", "userName", "value", "mine"))
                .statusCode(403);
        with(AURORA, token).delete(USERS + "/" + owner).then().statusCode(403);
        assertThat(Rows.one("select t::text from lienzo.member t where id = ?::uuid", owner))
                .isEqualTo(before);
        assertThat(Rows.list("select 1 from lienzo.scim_user where member_id = ?::uuid", owner))
                .isEmpty();

        var name = "low" + UUID.randomUUID().toString().substring(0, 8);
        String id = with(AURORA, token)
                .contentType("application/json")
                .body(Map.of(
                        "userName", name,
                        "emails", List.of(Map.of("value", name + "@example.com")),
                        "roles", List.of(Map.of("value", "OWNER")),
                        "organizationRole", "OWNER",
                        "entitlements", List.of(Map.of("value", "OWNER"))))
                .post(USERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        patch(AURORA, token, id, Map.of("op", "add", "path", "roles", "value", List.of(Map.of("value", "OWNER"))))
                .statusCode(200);
        assertThat(Rows.one("select organization_role from lienzo.member where id = ?::uuid", id))
                .isEqualTo("MEMBER");
    }

    @Test
    @DisplayName("H10: nonsense in filters, pages and bodies is refused in SCIM's form and nothing is half stored")
    void nonsense_is_refused_in_scims_form() {
        var token = token(NIMBUS);
        var before = Rows.list("select t::text from lienzo.member t order by 1");
        for (var filter : List.of(
                "userName",
                "userName eq",
                "userName xx \"a\"",
                "userName eq \"a",
                "(userName eq \"a\"",
                "' or 1=1 --",
                "(".repeat(500),
                "not (".repeat(40) + "userName pr" + ")".repeat(40),
                "userName eq \"" + "a".repeat(1500) + "\"",
                "active gt true",
                "emails[type eq \"work\"")) {
            with(NIMBUS, token)
                    .queryParam("filter", filter)
                    .get(USERS)
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("invalidFilter"))
                    .body("schemas[0]", equalTo("urn:ietf:params:scim:api:messages:2.0:Error"));
        }
        with(NIMBUS, token)
                .queryParam("filter", "userName eq \"' or '1'='1\"")
                .get(USERS)
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(0));
        with(NIMBUS, token).queryParam("count", "1000000000").get(USERS).then().statusCode(200);
        with(NIMBUS, token)
                .queryParam("startIndex", "-5")
                .queryParam("count", "2")
                .get(USERS)
                .then()
                .body("startIndex", equalTo(1))
                .body("itemsPerPage", equalTo(2))
                .body("Resources", hasSize(2));
        with(NIMBUS, token).queryParam("count", "-1").get(USERS).then().body("Resources", hasSize(0));
        with(NIMBUS, token).queryParam("count", "many").get(USERS).then().statusCode(400);

        for (var body : List.of(
                "",
                "{",
                "[]",
                "\"x\"",
                "{}",
                "{\"userName\": 7}",
                "{\"userName\": \"a b\", \"emails\": [{\"value\": \"x@example.com\"}]}",
                "{\"userName\": \"nobodyhere\"}",
                "{\"userName\": \"nobodyhere\", \"emails\": [{\"value\": \"nonsense\"}]}",
                "{\"userName\": \"nobodyhere\", \"active\": \"perhaps\", \"emails\": [{\"value\": \"x@example.com\"}]}",
                "{\"userName\": \"nobodyhere\", \"timezone\": \"Mars/Phobos\", \"emails\": [{\"value\": \"x@example.com\"}]}",
                "{\"userName\": \"nobody@one.example\", \"emails\": [{\"value\": \"nobody@other.example\"}]}",
                "{\"userName\": \"" + "a".repeat(5000) + "\", \"emails\": [{\"value\": \"x@example.com\"}]}")) {
            with(NIMBUS, token)
                    .contentType("application/scim+json")
                    .body(body)
                    .post(USERS)
                    .then()
                    .statusCode(400)
                    .body("schemas[0]", equalTo("urn:ietf:params:scim:api:messages:2.0:Error"))
                    .body("detail", notNullValue());
        }
        var agent =
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", Rows.id(NIMBUS));
        for (var operation : List.of(
                Map.of("op", "explode", "path", "active", "value", true),
                Map.of("op", "replace", "path", "nonsense", "value", true),
                Map.of("op", "replace", "path", "emails[", "value", "x"),
                Map.of("op", "replace", "path", "", "value", "x"),
                Map.of("op", "remove"),
                Map.of("op", "remove", "path", "userName"),
                Map.of("path", "active", "value", true))) {
            patch(NIMBUS, token, agent, operation).statusCode(400);
        }
        // The first operation is good, the second is not: neither counts.
        with(NIMBUS, token)
                .contentType("application/scim+json")
                .body(Map.of(
                        "Operations",
                        List.of(
                                Map.of("op", "replace", "path", "displayName", "value", "Half"),
                                Map.of("op", "replace", "path", "active", "value", "perhaps"))))
                .patch(USERS + "/" + agent)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
        assertThat(Rows.list("select t::text from lienzo.member t order by 1")).isEqualTo(before);
    }

    @Test
    @DisplayName("Two people never get one name or address, and a stale change is refused")
    void names_are_unique_and_versions_are_kept() {
        var token = token(AURORA);
        var name = "eins" + UUID.randomUUID().toString().substring(0, 8);
        var answer = with(AURORA, token)
                .contentType("application/json")
                .body(Map.of("userName", name, "emails", List.of(Map.of("value", name + "@example.com"))))
                .post(USERS)
                .then()
                .statusCode(201)
                .extract();
        String id = answer.path("id");
        var tag = answer.header("ETag");
        for (var twin : List.of(
                Map.of("userName", name, "emails", List.of(Map.of("value", "z" + name + "@example.com"))),
                Map.of("userName", "z" + name, "emails", List.of(Map.of("value", name + "@example.com"))))) {
            with(AURORA, token)
                    .contentType("application/json")
                    .body(twin)
                    .post(USERS)
                    .then()
                    .statusCode(409)
                    .body("scimType", equalTo("uniqueness"));
        }
        with(AURORA, token)
                .header("If-None-Match", tag)
                .get(USERS + "/" + id)
                .then()
                .statusCode(304);
        patch(AURORA, token, id, Map.of("op", "replace", "path", "displayName", "value", "Neu"))
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
        with(AURORA, token)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(Map.of("Operations", List.of(Map.of("op", "replace", "path", "active", "value", false))))
                .patch(USERS + "/" + id)
                .then()
                .statusCode(412);
        with(AURORA, token)
                .queryParam("attributes", "userName,name.formatted")
                .get(USERS + "/" + id)
                .then()
                .body("userName", equalTo(name))
                .body("name.formatted", equalTo("Neu"))
                .body("emails", nullValue())
                .body("id", equalTo(id));
        with(AURORA, token)
                .queryParam("excludedAttributes", "emails")
                .get(USERS + "/" + id)
                .then()
                .body("emails", nullValue())
                .body("displayName", equalTo("Neu"));
        with(AURORA, token).get("/scim/v2/Groups").then().statusCode(501);
    }

    @Test
    @DisplayName("Filters of every kind find who is meant")
    void filters_find_who_is_meant() {
        var token = token(NIMBUS);
        var name = "filter" + UUID.randomUUID().toString().substring(0, 8);
        with(NIMBUS, token)
                .contentType("application/json")
                .body(Map.of(
                        "userName",
                        name,
                        "externalId",
                        "ext-" + name,
                        "name",
                        Map.of("givenName", "Fil", "familyName", "Ter"),
                        "emails",
                        List.of(Map.of("value", name + "@example.com", "type", "work"))))
                .post(USERS)
                .then()
                .statusCode(201);
        for (var filter : List.of(
                "userName eq \"%s\"",
                "USERNAME Eq \"%s\"",
                "userName co \"%s\"",
                "userName sw \"%s\" and active eq true",
                "externalId ew \"%s\" and not (active eq false)",
                "emails[type eq \"work\" and value sw \"%s\"]",
                "emails.value eq \"%s@example.com\"",
                "(userName eq \"nobody\" or userName eq \"%s\") and externalId pr",
                "userName ge \"%1$s\" and userName le \"%1$s\"",
                "userName eq \"%s\" and meta.created gt \"2020-01-01T00:00:00Z\"",
                "name.familyName eq \"Ter\" and userName eq \"%s\"",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"%s\"")) {
            with(NIMBUS, token)
                    .queryParam("filter", filter.formatted(name))
                    .get(USERS)
                    .then()
                    .statusCode(200)
                    .body("Resources.userName", equalTo(List.of(name)));
        }
    }

    private static ValidatableResponse patch(Tenant tenant, String token, String id, Map<String, ?> operation) {
        return with(tenant, token)
                .contentType("application/scim+json")
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                        "Operations",
                        List.of(operation)))
                .patch(USERS + "/" + id)
                .then();
    }

    private static RequestSpecification with(Tenant tenant, String token) {
        return tenant.anybody()
                .config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/scim+json", io.restassured.http.ContentType.JSON)
                                .encodeContentTypeAs(
                                        "application/scim+json; charset=utf-8", io.restassured.http.ContentType.JSON)))
                .header("Authorization", "Bearer " + token);
    }

    private static String token(Tenant tenant) {
        return make(Browser.signedIn(tenant, "owner"), "Test");
    }

    private static String make(Browser owner, String name) {
        var before = owner.post("/organization/scim", "name=" + Browser.encoded(name));
        if (before.status() == 422) {
            // As many as there may be: the tests before left theirs.
            Pattern.compile("/organization/scim/([0-9a-f-]{36})/end")
                    .matcher(before.body())
                    .results()
                    .forEach(token -> owner.post("/organization/scim/" + token.group(1) + "/end", ""));
            before = owner.post("/organization/scim", "name=" + Browser.encoded(name));
        }
        var secret = SECRET.matcher(before.body());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }
}

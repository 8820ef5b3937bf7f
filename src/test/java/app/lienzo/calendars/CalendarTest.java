package app.lienzo.calendars;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CalendarTest {
    private static final List<String> WEEK = List.of("9-18", "9-18", "9-18", "9-18", "9-14", "", "");

    @Inject
    PublicHolidays holidays;

    @Test
    @DisplayName(
            "BL-3: a program that says no time zone gets the organization's; one that changes a calendar keeps its own")
    void a_program_may_leave_out_the_zone() {
        var body = new HashMap<String, Object>(Map.of("name", "Sin zona " + UUID.randomUUID(), "week", WEEK));
        var path = "/api/v1/calendars/"
                + AURORA.owner()
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/calendars")
                        .then()
                        .statusCode(201)
                        .body("zone", equalTo("UTC"))
                        .extract()
                        .<String>path("id");
        body.put("zone", "Europe/Madrid");
        AURORA.owner()
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
        body.remove("zone");
        AURORA.owner()
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Madrid"));
    }

    @Test
    @DisplayName(
            "BL-3: an Owner makes a calendar with holidays of a region and half a day of his own, and sees what would be due when")
    void an_owner_makes_a_calendar() {
        var owner = Browser.signedIn(AURORA, "owner");
        var name = "Cataluña " + UUID.randomUUID();
        var made = owner.post(
                "/organization/calendars",
                form(name, "Europe/Madrid", WEEK) + "&country=es&region=ct"
                        + "&dayOn=2026-12-24&dayName=Nochebuena&dayHours=9-13&dayYearly=yes"
                        + "&dayOn=&dayName=&dayHours=&dayYearly=");
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        var page = made.header("location").replaceAll("\\?.*", "");

        var tried = owner.get(page + "?at=2026-12-24T12:00&amount=3h").body();
        assertThat(tried).contains(name, "Nochebuena", "28 de diciembre");

        var id = page.substring(page.lastIndexOf('/') + 1);
        AURORA.owner()
                .queryParam("at", "2026-12-24T12:00:00+01:00")
                .queryParam("minutes", 180)
                .get("/api/v1/calendars/" + id + "/due")
                .then()
                .statusCode(200)
                // Christmas and Boxing Day are closed there, the 27th is a Sunday.
                .body("dueAt", equalTo("2026-12-28T10:00:00Z"));
        NIMBUS.owner().get("/api/v1/calendars/" + id).then().statusCode(404);
        NIMBUS.owner().get("/api/v1/calendars").then().body("items.id", not(hasItem(id)));
        assertThat(Browser.signedIn(NIMBUS, "owner").get(page).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("What cannot be read is refused at its field, with what was typed still there, and nothing is stored")
    void bad_hours_are_refused_at_their_field() {
        var owner = Browser.signedIn(AURORA, "owner");
        var before = Rows.list("select id from lienzo.business_calendar order by 1");
        for (var form : List.of(
                form("Roto", "Europe/Madrid", List.of("9-18", "nine to five", "", "", "", "", "")),
                form("Roto", "Europe/Madrid", List.of("", "", "", "", "", "", "")),
                form("Roto", "Mars/Olympus", WEEK),
                form(" ", "Europe/Madrid", WEEK),
                form("Roto", "Europe/Madrid", WEEK) + "&country=zz",
                form("Roto", "Europe/Madrid", WEEK) + "&dayOn=2026-13-01&dayName=x&dayHours=&dayYearly=",
                form("Roto", "Europe/Madrid", WEEK) + "&dayOn=2026-12-01&dayName=x&dayHours=22-6&dayYearly=")) {
            var answer = owner.post("/organization/calendars", form);
            assertThat(answer.status()).as(form).isEqualTo(422);
            assertThat(answer.body()).as(form).contains("aria-invalid=\"true\"", "role=\"alert\"");
        }
        assertThat(owner.post(
                                "/organization/calendars",
                                form("Roto", "Europe/Madrid", List.of("9-18", "nine", "", "", "", "", "")))
                        .body())
                .contains("value=\"nine\"");
        assertThat(Rows.list("select id from lienzo.business_calendar order by 1"))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("A change makes a new revision and keeps the old one; whoever looked at an older version is told so")
    void a_change_makes_a_revision() {
        var id = made(AURORA, "Revisiones");
        var one = AURORA.owner().get("/api/v1/calendars/" + id).then().extract();
        var changed = input("Revisiones " + UUID.randomUUID(), "Europe/Lisbon");
        AURORA.owner()
                .contentType("application/json")
                .header("If-Match", one.header("ETag"))
                .body(changed)
                .put("/api/v1/calendars/" + id)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("zone", equalTo("Europe/Lisbon"));
        AURORA.owner()
                .contentType("application/json")
                .header("If-Match", one.header("ETag"))
                .body(input("Otra " + UUID.randomUUID(), "UTC"))
                .put("/api/v1/calendars/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/calendar-changed"));
        var renamed = new HashMap<>(changed);
        renamed.put("name", "Solo el nombre " + UUID.randomUUID());
        AURORA.owner()
                .contentType("application/json")
                .body(renamed)
                .put("/api/v1/calendars/" + id)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        assertThat(Rows.list(
                        "select zone from lienzo.business_calendar_revision where calendar_id = ?::uuid order by number",
                        id))
                .containsExactly("Europe/Madrid", "Europe/Lisbon");
    }

    @Test
    @DisplayName("The same key twice is one calendar; the first one cannot be removed, another one can")
    void the_first_calendar_stays() {
        var key = UUID.randomUUID().toString();
        var input = input("Dos veces " + key, "UTC");
        var ids = List.of(1, 2).stream()
                .map(_ -> AURORA.owner()
                        .contentType("application/json")
                        .header("Idempotency-Key", key)
                        .body(input)
                        .post("/api/v1/calendars")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        String first = AURORA.owner().get("/api/v1/calendars").then().extract().path("items.find { it.first }.id");
        AURORA.owner()
                .delete("/api/v1/calendars/" + first)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/calendar-first"));
        AURORA.owner().delete("/api/v1/calendars/" + ids.getFirst()).then().statusCode(204);
        AURORA.owner().get("/api/v1/calendars/" + ids.getFirst()).then().statusCode(404);
    }

    @Test
    @DisplayName("T05: who does not look after the organization sees no calendar and changes none")
    void only_an_owner() {
        AURORA.agent().get("/api/v1/calendars").then().statusCode(403);
        AURORA.agent()
                .contentType("application/json")
                .body(input("Mío", "UTC"))
                .post("/api/v1/calendars")
                .then()
                .statusCode(403);
        assertThat(Browser.signedIn(AURORA, "manager")
                        .get("/organization/calendars")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("Public holidays are known by country and region, and called in the reader's language")
    void public_holidays_are_known() {
        assertThat(holidays.countries(Locale.ENGLISH)).extracting("name").contains("Spain", "Brazil", "Mexico");
        assertThat(holidays.regions("es", Locale.of("es"))).extracting("code").contains("ct", "an");
        var assumption = LocalDate.of(2026, 9, 11);
        assertThat(holidays.has("es", "ct", assumption)).isTrue();
        assertThat(holidays.has("es", null, assumption)).isFalse();
        var christmas = LocalDate.of(2026, 12, 25);
        assertThat(holidays.name("es", null, christmas, Locale.of("es"))).hasValue("Navidad");
        assertThat(holidays.name("es", null, christmas, Locale.of("pt"))).hasValue("Natal");
        assertThat(holidays.name("es", null, christmas, Locale.ENGLISH)).hasValue("Christmas");
        AURORA.owner().get("/api/v1/calendars").then().body("items.size()", greaterThan(0));
    }

    private static String made(Tenant tenant, String name) {
        return tenant.owner()
                .contentType("application/json")
                .body(input(name + " " + UUID.randomUUID(), "Europe/Madrid"))
                .post("/api/v1/calendars")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> input(String name, String zone) {
        return Map.of("name", name, "zone", zone, "week", WEEK);
    }

    private static String form(String name, String zone, List<String> week) {
        var form = new StringBuilder("name=" + Browser.encoded(name) + "&zone=" + Browser.encoded(zone));
        for (var day : week) form.append("&week=").append(Browser.encoded(day));
        return form.toString();
    }
}

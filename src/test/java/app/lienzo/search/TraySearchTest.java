package app.lienzo.search;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.Patience;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TraySearchTest {
    private final String word = "bandeja" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("What was said a moment ago is found in its tray at once, and long after by the index")
    void a_tray_is_looked_through() {
        var talk = AURORA.talk("Las impresoras de " + word + " no imprimen");
        assertThat(found(AURORA.agent(), "inbox", word)).contains(talk.id());
        assertThat(found(AURORA.agent(), "closed", word)).isEmpty();
        assertThat(found(AURORA.agent(), "inbox", "#" + number(talk.id()))).contains(talk.id());

        indexed(talk.id());
        old(talk.id());
        assertThat(found(AURORA.agent(), "inbox", word)).contains(talk.id());
        assertThat(found(AURORA.agent(), "inbox", "impresora " + word)).contains(talk.id());
        assertThat(found(AURORA.agent(), "inbox", word.substring(0, 12))).contains(talk.id());
        assertThat(found(AURORA.agent(), "inbox", word + " barco")).isEmpty();
        assertThat(found(AURORA.agent(), "inbox", "' or 1=1 -- %")).doesNotContain(talk.id());
    }

    @Test
    @DisplayName("T05, B2-6: a tray gives nothing of another organization, another space, or what others hold")
    void a_tray_gives_nothing_foreign() {
        var talk = AURORA_SECOND.talk("Secreto " + word);
        indexed(talk.id());
        old(talk.id());
        assertThat(found(AURORA.member("agent2"), "inbox", word)).contains(talk.id());
        assertThat(found(NIMBUS.owner(), "inbox", word)).isEmpty();
        assertThat(found(NIMBUS.owner(), "inbox", "#" + number(talk.id()))).doesNotContain(talk.id());

        talk.takenBy(AURORA.member("agent"));
        old(talk.id());
        for (var state : List.of("inbox", "in-progress", "closed"))
            assertThat(found(AURORA.member("agent2"), state, word)).as(state).isEmpty();
        assertThat(found(AURORA.member("agent"), "in-progress", word)).contains(talk.id());
    }

    @Test
    @DisplayName("Found conversations come by pages, none twice and none left out, also where a word is everywhere")
    void pages_are_whole() {
        var channel = Rows.one(
                "select id from lienzo.channel where tenant_id = ? and space_id = ?::uuid limit 1",
                Rows.id(NIMBUS),
                NIMBUS.space());
        // A contact has one conversation over a channel.
        Rows.list("""
                insert into lienzo.contact (tenant_id, id, space_id, name, source, created_at)
                select ?, uuidv7(), ?::uuid, ?, 'CHAT', now() from generate_series(1, 2500)
                """, Rows.id(NIMBUS), NIMBUS.space(), word);
        Rows.list("""
                insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state, created_at, changed_at,
                    closed_at)
                select tenant_id, uuidv7(), space_id, ?::uuid, id, 800000 + n, 'CLOSED', now(), now() - n / 3 * interval '1 hour', now()
                from (select k.*, row_number() over () as n from lienzo.contact k where k.name = ?) k
                """, channel, word);
        Rows.list("""
                insert into lienzo.search_document (tenant_id, kind, id, space_id, number, title, language, words, changed_at)
                select tenant_id, 'CONVERSATION', id, space_id, number, 'x', 'es',
                    to_tsvector('simple', case when number % 100 = 0 then ? || ' raro' || ? else ? end), changed_at
                from lienzo.conversation where contact_id in (select id from lienzo.contact where name = ?)
                """, word, word, word, word);
        assertThat(pages(word, 60)).as("everywhere").isEqualTo(60);
        assertThat(pages("raro" + word, 60)).as("rare").isEqualTo(25);
        Rows.list("delete from lienzo.search_document where words @@ to_tsquery('simple', ?)", word);
        Rows.list(
                "delete from lienzo.conversation where contact_id in (select id from lienzo.contact where name = ?)",
                word);
        Rows.list("delete from lienzo.contact where name = ?", word);
    }

    /// How many different ones the pages give, of ten each, up to `most`.
    private static int pages(String text, int most) {
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var request = NIMBUS.owner()
                    .queryParam("q", text)
                    .queryParam("state", "closed")
                    .queryParam("limit", 10);
            if (after != null) request.queryParam("after", after);
            var page =
                    request.get("/api/v1/conversations").then().statusCode(200).extract();
            seen.addAll(page.<List<String>>path("items.id"));
            after = page.path("next");
        } while (after != null && seen.size() < most);
        assertThat(seen).doesNotHaveDuplicates();
        return seen.size();
    }

    private static List<String> found(RequestSpecification member, String state, String text) {
        return member.queryParam("q", text)
                .queryParam("state", state)
                .get("/api/v1/conversations")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String number(String conversation) {
        return Rows.one("select number from lienzo.conversation where id = ?::uuid", conversation);
    }

    private static void indexed(String conversation) {
        Patience.until(
                "indexed",
                () -> !Rows.list("select 1 from lienzo.search_document where id = ?::uuid", conversation)
                        .isEmpty());
    }

    /// As if it had been a while ago: nothing but the index finds it.
    private static void old(String conversation) {
        Rows.list(
                "update lienzo.conversation set changed_at = now() - interval '1 hour' where id = ?::uuid",
                conversation);
    }
}

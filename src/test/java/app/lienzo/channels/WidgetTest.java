package app.lienzo.channels;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.AURORA_SECOND;
import static app.lienzo.world.Tenant.NIMBUS;
import static app.lienzo.world.Tenant.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.lienzo.kernel.Secrets;
import app.lienzo.world.Browser;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The widget's door stands open to the whole net: who comes in, under whose name, and what he may leave behind.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WidgetTest {
    private static final List<String> EVIL_ORIGINS = List.of(
            "https://evil.example",
            "null",
            "",
            "*",
            "http://localhost.evil.example",
            "http://localhost@evil.example",
            "http://evil.example/http://localhost:9999",
            "http://notlocalhost",
            "http://xlocalhost:9999",
            "https://localhost",
            "http://localhost:9999/",
            "http://localhost:9999 http://evil.example",
            "http://localhost:9999, https://evil.example",
            "http://localhost:*",
            "http://*.localhost",
            "http://localhost.",
            "http://localhost:9999#",
            "http://localhost:evil",
            "http://[::1]:9999",
            "http://127.0.0.1:9999",
            "file://",
            "http://" + "a".repeat(400) + ".localhost");

    /// What goes in, and what is text of it afterwards; null means: exactly what went in.
    private static final Map<String, String> NAUGHTY = naughty();

    @Test
    @DisplayName("H04, X15: only the sites that the channel names are let in, and no look-alike of them")
    void foreign_origins_are_kept_out() {
        for (var origin : EVIL_ORIGINS) {
            for (var path : List.of("", "/visitors", "/conversation", "/messages", "/stream", "/attachments")) {
                var method = path.isEmpty() || path.equals("/conversation") || path.equals("/stream") ? "GET" : "POST";
                var answer = Wire.to(AURORA, method, AURORA.channel() + path)
                        .header("Origin", origin)
                        .json("{}")
                        .send();
                closed(answer, origin + path);
                var preflight = Wire.to(AURORA, "OPTIONS", AURORA.channel() + path)
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type")
                        .send();
                closed(preflight, "preflight " + origin + path);
            }
        }
    }

    @Test
    @DisplayName("H04, X15: a path spelt otherwise does not get past the sites' list")
    void a_path_in_disguise_is_no_way_in() {
        for (var prefix : List.of(
                "/widget/v1/channels;x/",
                "/widget;x/v1/channels/",
                "//widget/v1/channels/",
                "/widget//v1/channels/",
                "/./widget/v1/channels/",
                "/x/../widget/v1/channels/",
                "/%77idget/v1/channels/",
                "/widget%2Fv1/channels/",
                "/widget/v1/channels%2F",
                "/widget/v1/channels//",
                "/WIDGET/v1/channels/")) {
            for (var key : List.of(
                    "aurora-chat",
                    "aurora-chat;x",
                    "aurora-chat%3Bx",
                    "%61urora-chat",
                    "aurora%2Dchat",
                    "aurora-chat%00",
                    "aurora-chat%20")) {
                var path = prefix + key;
                var answer = Wire.to(AURORA, "POST", path + "/visitors")
                        .header("Origin", "https://evil.example")
                        .json("{\"language\":\"es\"}")
                        .send();
                assertThat(answer.status()).as(path).isIn(400, 403, 404);
                assertThat(answer.body()).as(path).doesNotContain("token");
                var settings = Wire.to(AURORA, "GET", path)
                        .header("Origin", "https://evil.example")
                        .send();
                assertThat(settings.body()).as(path).doesNotContain("greeting");
            }
        }
    }

    @Test
    @DisplayName(
            "H04: a site on the list gets its own name back, never credentials, and nothing else of the product answers it")
    void a_named_origin_is_answered_and_no_more() {
        var answer =
                Wire.to(AURORA, "GET", AURORA.channel()).header("Origin", SHOP).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("access-control-allow-origin")).containsExactly(SHOP);
        assertThat(answer.all("access-control-allow-credentials")).isEmpty();
        assertThat(String.join(",", answer.all("vary"))).containsIgnoringCase("origin");
        for (var path : List.of(
                "/sign-in",
                "/api/v1/me",
                "/api/v1/conversations",
                "/api/v1/sessions",
                "/api/openapi.json",
                "/manifest.webmanifest",
                "/profile",
                "/api/v1/stream",
                "/console/stream")) {
            for (var method : List.of("GET", "OPTIONS", "POST")) {
                var other = Wire.to(AURORA, method, path)
                        .header("Origin", SHOP)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Content-Length", "0")
                        .send();
                assertThat(other.headers().keySet())
                        .as(method + path)
                        .noneMatch(name -> name.startsWith("access-control"));
            }
        }
    }

    @Test
    @DisplayName("X15: a token that is forged, of another channel or of another organization opens nothing")
    void foreign_tokens_open_nothing() {
        var visitor = AURORA.talk("Mío").visitor();
        var elsewhere = NIMBUS.visitor();
        var sibling = AURORA_SECOND.visitor();
        for (var token : List.of(
                elsewhere.token(),
                sibling.token(),
                "",
                "x",
                "A".repeat(43),
                "A".repeat(5000),
                "' or 1=1 --",
                "%",
                "aurora-owner-token",
                "aurora-agent-token",
                AURORA.token("owner"),
                visitor.token() + "A",
                visitor.token().toLowerCase())) {
            for (var path : List.of("/conversation", "/stream")) {
                var answer = Wire.to(AURORA, "GET", AURORA.channel() + path)
                        .header("Origin", SHOP)
                        .header("Authorization", "Bearer " + token)
                        .patience(1500)
                        .send();
                assertThat(answer.status()).as(path + token).isEqualTo(401);
                assertThat(answer.body()).doesNotContain("Mío");
            }
            var sent = Wire.to(AURORA, "POST", AURORA.channel() + "/messages")
                    .header("Origin", SHOP)
                    .header("Authorization", "Bearer " + token)
                    .json("{\"clientId\":\"12345678\",\"text\":\"x\"}")
                    .send();
            assertThat(sent.status()).as(token).isEqualTo(401);
        }
        for (var header : List.of("Basic " + visitor.token(), visitor.token(), "bearer" + visitor.token())) {
            assertThat(Wire.to(AURORA, "GET", AURORA.channel() + "/conversation")
                            .header("Origin", SHOP)
                            .header("Authorization", header)
                            .send()
                            .status())
                    .isEqualTo(401);
        }
        assertThat(Wire.to(AURORA, "GET", "/api/v1/conversations")
                        .header("Authorization", "Bearer " + visitor.token())
                        .send()
                        .status())
                .as("a visitor is no member")
                .isEqualTo(401);
        assertThat(visitor.sees()).containsExactly("Mío");
    }

    @Test
    @DisplayName("X15: a name needs a signature of this very channel; without one nobody becomes somebody")
    void a_name_needs_a_signature() {
        var id = "customer-" + UUID.randomUUID();
        for (var identity : List.of(
                identity(id, ""),
                identity(id, "00"),
                identity(id, sign(id, "nimbus-identity-demo")),
                identity(id, sign(id + "x", "aurora-identity-demo")),
                identity(id, sign("", "aurora-identity-demo")),
                identity("", sign("", "aurora-identity-demo")),
                identity(id, sign(id, "")),
                identity(id, sign(id, "aurora-identity-demo").substring(0, 63)),
                "{\"id\":\"" + id + "\"}",
                "{}",
                "{\"id\":null,\"hash\":null}",
                "{\"hash\":\"" + sign(id, "aurora-identity-demo") + "\"}",
                "[]",
                "\"" + id + "\"",
                "true")) {
            var answer = arrive("{\"language\":\"es\",\"identity\":" + identity + "}");
            assertThat(answer.status()).as(identity).isIn(400, 403, 422);
            assertThat(answer.body()).as(identity).doesNotContain("token");
            assertThat(answer.header("content-type")).as(identity).startsWith("application/problem+json");
        }
        assertThat(Rows.list("select id from lienzo.contact where external_id = ?", id))
                .isEmpty();

        var good = arrive("{\"identity\":" + identity(id, sign(id, "aurora-identity-demo")) + "}");
        assertThat(good.status()).isEqualTo(201);
        assertThat(Rows.one("select verified || ' ' || name from lienzo.contact where external_id = ?", id))
                .isEqualTo("true Ana");
        var bare = arrive("{\"identity\":{\"id\":\"" + id + "-2\",\"hash\":\"" + sign(id + "-2", "aurora-identity-demo")
                + "\"}}");
        assertThat(bare.status()).as("a name and an address are not needed").isEqualTo(201);
    }

    @Test
    @DisplayName("X15: two ids that look alike are not one customer, as one of them could have chosen his")
    void ids_that_look_alike_are_refused() {
        var id = "victim" + UUID.randomUUID().toString().substring(0, 8);
        var victim = token(arrive("{\"identity\":" + identity(id, sign(id, "aurora-identity-demo")) + "}"));
        write(victim, "Solo para mí");
        for (var alike : List.of(
                id + "\u200b",
                id + " ",
                " " + id,
                "\ufeff" + id,
                id.replace("victim", "vic\u00adtim"),
                id + "\u202e",
                id + "\t")) {
            var answer = arrive("{\"identity\":" + identity(alike, sign(alike, "aurora-identity-demo")) + "}");
            if (answer.status() != 201) continue;
            var sees = Wire.to(AURORA, "GET", AURORA.channel() + "/conversation")
                    .header("Origin", SHOP)
                    .header("Authorization", "Bearer " + token(answer))
                    .send();
            assertThat(sees.body()).as("[%s]", alike).doesNotContain("Solo para mí");
        }
    }

    @Test
    @DisplayName("X15: what was signed of a customer is not replaced by what nobody signed")
    void signed_words_win() {
        var id = "signed-" + UUID.randomUUID();
        arrive("{\"identity\":" + identity(id, sign(id, "aurora-identity-demo")) + "}");
        var channel = Rows.one("select id from lienzo.channel where key = 'aurora-chat'");
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of(
                        "channel",
                        channel,
                        "contact",
                        Map.of("externalId", id, "name", "Mallory", "email", "mallory@evil.example"),
                        "text",
                        "Hola"))
                .post("/api/v1/conversations")
                .then()
                .statusCode(201);
        assertThat(Rows.one(
                        "select name || ' ' || email || ' ' || verified from lienzo.contact where external_id = ?", id))
                .isEqualTo("Ana ana@example.com true");
    }

    @Test
    void the_same_client_id_is_one_message_and_other_words_under_it_are_refused() {
        var visitor = AURORA.visitor();
        for (var key : List.of(
                UUID.randomUUID().toString(),
                "key  with  blanks",
                "key\u200bwith\u0000hidden",
                "key-\ud83d\ude00-emoji",
                "\t\ttabs\t\t",
                "' or 1=1 --")) {
            int before = visitor.sees().size();
            send(visitor, key, "Una vez").then().statusCode(201);
            send(visitor, key, "Una vez").then().statusCode(200);
            send(visitor, key, "Otra cosa")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/message-key-reused"));
            assertThat(visitor.sees()).as(key).hasSize(before + 1);
        }
        var other = AURORA.visitor();
        var key = UUID.randomUUID().toString();
        send(visitor, key, "Mío").then().statusCode(201);
        send(other, key, "Suyo").then().statusCode(201);
        for (var bad : List.of("", "short", "x".repeat(65)))
            send(visitor, bad, "Nada").then().statusCode(422);
    }

    @Test
    void a_program_with_a_key_of_blanks_is_understood_too() {
        var talk = AURORA.talk("Hola").takenBy(AURORA.agent());
        for (int i = 0; i < 2; i++) {
            AURORA.agent()
                    .header("Idempotency-Key", "key  of  blanks")
                    .contentType("application/json")
                    .body(Map.of("text", "Uno"))
                    .post(talk.path() + "/messages")
                    .then()
                    .statusCode(i == 0 ? 201 : 200);
        }
    }

    @Test
    @DisplayName("X02: whatever a visitor writes is stored and shown as text, on both sides and in the console")
    void naughty_words_stay_text() {
        var visitor = AURORA.visitor();
        var expected = new java.util.ArrayList<String>();
        NAUGHTY.forEach((written, kept) -> {
            send(visitor, UUID.randomUUID().toString(), written)
                    .then()
                    .statusCode(201)
                    .body("text", equalTo(kept));
            expected.add(kept);
        });
        assertThat(visitor.sees()).containsExactlyElementsOf(expected);
        var path = "/api/v1/conversations/" + visitor.conversation();
        List<String> team = AURORA.agent()
                .queryParam("limit", 100)
                .get(path + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("items.text");
        assertThat(team).containsExactlyElementsOf(expected);
        var page = Browser.signedIn(AURORA, "agent").get("/console/conversations/" + visitor.conversation());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("<svg onload")
                .doesNotContain("\"><svg")
                .doesNotContain("href=\"javascript:")
                .doesNotContain("hx-get=\"/x")
                .doesNotContain("\u202e");
    }

    @Test
    @DisplayName(
            "X02: nothing, white space and what cannot be seen is no message; ten thousand characters are, one more is not")
    void the_length_of_a_message() {
        var visitor = AURORA.visitor();
        for (var nothing :
                List.of("", " ", "\n\n", "\u0000", "\u200b\u200b", "\u202e", "\ufeff", "\t \r\n", "\u2028")) {
            send(visitor, UUID.randomUUID().toString(), nothing)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/message-empty"));
        }
        send(visitor, UUID.randomUUID().toString(), "ñ".repeat(10_000)).then().statusCode(201);
        for (var length : List.of(10_001, 20_000, 20_001, 200_000)) {
            send(visitor, UUID.randomUUID().toString(), "x".repeat(length))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/message-too-long"));
        }
        send(visitor, UUID.randomUUID().toString(), "W".repeat(10_000)).then().statusCode(201);
        assertThat(visitor.sees()).hasSize(2);
    }

    @Test
    @DisplayName(
            "X06, X07: programs, pages in disguise, bombs and what is too large are refused, and nothing of them is stored")
    void dangerous_files_are_refused() {
        var visitor = AURORA.visitor();
        var before = Rows.one("select count(*) from lienzo.file");
        var files = new HashMap<String, byte[]>();
        files.put("tool.exe", bytes("MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004"));
        files.put("innocent.png", bytes("MZ" + "\u0000".repeat(200) + "PE\u0000\u0000"));
        files.put("run.sh", bytes("#!/bin/sh\nrm -rf /"));
        files.put("photo.jpg.exe", bytes("hello"));
        files.put("photo.jpg\u202egpj.exe", bytes("hello"));
        files.put("script.js", bytes("alert(1)"));
        files.put("page.hta", bytes("<script>alert(1)</script>"));
        files.put("link.lnk", bytes("hello"));
        files.put("x.jar", bytes("hello"));
        files.put("a.exe.", bytes("hello"));
        files.put("a.exe ", bytes("hello"));
        files.put("a.e\u200bxe", bytes("hello"));
        files.put("elf", concat(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, new byte[60]));
        files.put("module.txt", new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        files.put("empty.txt", new byte[0]);
        files.put("bomb.png", png(15_000, 15_000));
        files.put("wide.png", png(100_000, 1));
        files.put("broken.png", java.util.Arrays.copyOf(png(10, 10), 30));
        files.forEach((name, content) -> {
            var answer = uploadRaw(visitor, name, content);
            assertThat(answer.status()).as(name).isIn(413, 422);
            assertThat(answer.header("content-type")).as(name).startsWith("application/problem+json");
        });
        upload(visitor, "large.bin", new byte[10 * 1024 * 1024 + 1])
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/file-too-large"));
        var huge = Wire.to(AURORA, "POST", AURORA.channel() + "/attachments")
                .header("Origin", SHOP)
                .header("Authorization", "Bearer " + visitor.token())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Content-Length", "200000000")
                .send();
        assertThat(huge.status()).isEqualTo(413);
        assertThat(Rows.one("select count(*) from lienzo.file")).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "X06, X08: a file that is taken comes back as a download that no browser runs, under a name that says what it is")
    void files_come_back_harmless() {
        var visitor = AURORA.visitor();
        var files = Map.of(
                "drawing.svg", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                "page.html", bytes("<html><script>alert(1)</script></html>"),
                "page.txt", bytes("<html><script>alert(1)</script></html>"),
                "data.xml",
                        bytes(
                                "<?xml version=\"1.0\"?><x xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></x>"),
                "polyglot.gif", bytes("GIF89a=1;alert(1)//"),
                "paper.pdf", bytes("%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"));
        files.forEach((name, content) -> {
            var answer = upload(visitor, name, content);
            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).as(name).isEqualTo(422);
                return;
            }
            var got = get(answer.path("url"));
            assertThat(got.status()).as(name).isEqualTo(200);
            assertThat(got.header("content-disposition")).as(name).startsWith("attachment");
            assertThat(got.header("content-type")).as(name).isIn("application/octet-stream", "application/pdf");
            guarded(got, name);
        });
        var picture = upload(visitor, "foto.png", PNG);
        var got = get(picture.path("url"));
        assertThat(got.header("content-type")).isEqualTo("image/png");
        guarded(got, "picture");
        guarded(get(picture.path("preview")), "preview");
    }

    @Test
    @DisplayName("X08: names are stripped before they are looked at, and never break a header")
    void odd_names_are_made_harmless() {
        var visitor = AURORA.visitor();
        for (var name : List.of(
                ".htaccess",
                "\u200b.htaccess",
                "../../etc/passwd",
                "..\\..\\x.txt",
                "a\r\nSet-Cookie: x=y.txt",
                "gpj.\u202etxt",
                "n".repeat(300) + ".txt",
                "CON",
                "con.txt",
                "\ud83d\ude00.txt",
                "a\"b.txt",
                "a'b;c.txt",
                "%00.txt",
                "a%0d%0ab.txt",
                "",
                ".",
                "..",
                "\u0000",
                "<img src=x onerror=alert(1)>.txt",
                "ñandú 東京.txt")) {
            var answer = uploadRaw(visitor, name, bytes("hello"));
            assertThat(answer.status()).as(name).isIn(201, 400, 422);
            if (answer.status() != 201) continue;
            String stored = JsonPath.from(answer.body()).getString("name");
            assertThat(stored)
                    .as(name)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(120)
                    .doesNotContainPattern("[\\p{Cntrl}/\\\\\u200b\u202e]")
                    .doesNotStartWith(".");
            var got = get(JsonPath.from(answer.body()).getString("url"));
            assertThat(got.status()).as(name).isEqualTo(200);
            assertThat(got.all("set-cookie")).as(name).isEmpty();
            assertThat(got.all("content-disposition")).as(name).hasSize(1);
            assertThat(got.header("content-disposition"))
                    .as(name)
                    .matches("(attachment|inline); filename=\"[^\"]*\"; filename\\*=UTF-8''[A-Za-z0-9%._~-]*");
        }
        assertThat(upload(visitor, "twice.txt", bytes("one")).<String>path("id"))
                .isNotEqualTo(upload(visitor, "twice.txt", bytes("two")).path("id"));
    }

    @Test
    @DisplayName(
            "X09: a link to a file that is forged, too old, another file's or another organization's leads nowhere")
    void forged_links_lead_nowhere() {
        var visitor = AURORA.visitor();
        String url = upload(visitor, "mine.txt", bytes("SECRET")).path("url");
        String other = upload(visitor, "other.txt", bytes("OTHER")).path("id");
        String id = url.replaceAll(".*/files/([^?]*).*", "$1");
        String until = url.replaceAll(".*until=([0-9]+).*", "$1");
        assertThat(get(url).body()).isEqualTo("SECRET");
        long past = java.time.Instant.now().getEpochSecond() - 10;
        for (var forged : List.of(
                url.replace(until, Long.toString(Long.parseLong(until) + 1)),
                url.replace(until, Long.toString(past)),
                url.replace(until, "99999999999"),
                url.replace(until, "-1"),
                url.replace(until, "x"),
                url.replace(until, "9".repeat(30)),
                url.replace("until=" + until + "&", ""),
                url.replaceAll("&signature=.*", ""),
                url.replaceAll("signature=.*", "signature="),
                url.replaceAll("signature=.*", "signature=" + "A".repeat(43)),
                url.substring(0, url.length() - 1) + (url.endsWith("A") ? "B" : "A"),
                url + "A",
                url + "&preview=1",
                url.replace(id, other),
                url.replace(id, UUID.randomUUID().toString()),
                url.replace(id, "%"),
                url.replace(id, id.toUpperCase() + "x"))) {
            var answer = get(forged);
            assertThat(answer.status()).as(forged).isIn(400, 404);
            assertThat(answer.body()).as(forged).doesNotContain("SECRET").doesNotContain("OTHER");
        }
        assertThat(Wire.to(NIMBUS, "GET", target(url)).send().status())
                .as("at another organization")
                .isEqualTo(404);
        var theirs = NIMBUS.visitor();
        String foreign = upload(theirs, "theirs.txt", bytes("THEIRS")).path("url");
        assertThat(Wire.to(AURORA, "GET", target(foreign)).send().status())
                .as("another organization's link here")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("X09: a note's file is not the customer's, by no link")
    void a_notes_file_stays_inside() {
        var talk = AURORA.talk("Hola").takenBy(AURORA.agent());
        String file = AURORA.agent()
                .multiPart("file", "note.txt", bytes("INTERNAL"), "text/plain")
                .post("/api/v1/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // The worst case: somebody has a good link from the time before the note was kept.
        AURORA.agent()
                .contentType("application/json")
                .body(Map.of("text", "Nota", "kind", "note", "attachments", List.of(file)))
                .post(talk.path() + "/messages")
                .then()
                .statusCode(201);
        var thread = talk.visitor()
                .request()
                .get(AURORA.channel() + "/conversation")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(thread).doesNotContain("Nota").doesNotContain(file);
        String own = upload(talk.visitor(), "own.txt", bytes("OWN")).path("url");
        assertThat(get(own.replaceAll("/files/[^?]*", "/files/" + file)).status())
                .isEqualTo(404);
        assertThat(Wire.to(AURORA, "GET", "/api/v1/attachments/" + file).send().status())
                .as("anonymously")
                .isEqualTo(401);
        AURORA.agent().get("/api/v1/attachments/" + file).then().statusCode(200);
        NIMBUS.owner().get("/api/v1/attachments/" + file).then().statusCode(404);
        // Nor can a visitor put a file of somebody else into a message of his.
        for (var stolen : List.of(file, UUID.randomUUID().toString())) {
            talk.visitor()
                    .request()
                    .contentType("application/json")
                    .body(Map.of("clientId", UUID.randomUUID().toString(), "text", "x", "attachments", List.of(stolen)))
                    .post(AURORA.channel() + "/messages")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/attachment-unknown"));
        }
        assertThat(talk.visitor().sees()).containsExactly("Hola");
    }

    private static final byte[] PNG = png(8, 8);

    private static void closed(Wire.Answer answer, String what) {
        assertThat(answer.status()).as(what).isIn(400, 403);
        assertThat(answer.headers().keySet()).as(what).noneMatch(name -> name.startsWith("access-control"));
        assertThat(answer.body()).as(what).doesNotContain("token").doesNotContain("greeting");
    }

    private static void guarded(Wire.Answer got, String name) {
        assertThat(got.header("x-content-type-options")).as(name).isEqualTo("nosniff");
        assertThat(got.header("content-security-policy"))
                .as(name)
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(got.all("content-security-policy")).as(name).hasSize(1);
        assertThat(got.all("set-cookie")).as(name).isEmpty();
        assertThat(got.header("cache-control")).as(name).contains("private");
    }

    private static Response send(Tenant.Visitor visitor, String clientId, String text) {
        return visitor.request()
                .contentType("application/json")
                .body(Map.of("clientId", clientId, "text", text))
                .post(visitor.tenant().channel() + "/messages");
    }

    private static void write(String token, String text) {
        new Tenant.Visitor(AURORA, token).writes(text);
    }

    private static Response upload(Tenant.Visitor visitor, String name, byte[] content) {
        return visitor.request()
                .accept("application/json")
                .multiPart("file", name, content)
                .post(visitor.tenant().channel() + "/attachments");
    }

    /// With a name that a polite client would not send.
    private static Wire.Answer uploadRaw(Tenant.Visitor visitor, String name, byte[] content) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name.replace("\"", "\\\"").replace("\r\n", "%0D%0A") + "\"\r\nContent-Type: text/plain\r\n\r\n";
        return Wire.to(visitor.tenant(), "POST", visitor.tenant().channel() + "/attachments")
                .header("Origin", SHOP)
                .header("Authorization", "Bearer " + visitor.token())
                .body("multipart/form-data; boundary=b", concat(concat(bytes(head), content), bytes("\r\n--b--\r\n")))
                .send();
    }

    private static Wire.Answer get(String url) {
        return Wire.to(AURORA, "GET", target(url)).send();
    }

    private static String target(String url) {
        return url.replaceFirst("^https?://[^/]*", "");
    }

    private static Wire.Answer arrive(String body) {
        return Wire.to(AURORA, "POST", AURORA.channel() + "/visitors")
                .header("Origin", SHOP)
                .from("127.9." + (int) (Math.random() * 250) + "." + (1 + (int) (Math.random() * 250)))
                .json(body)
                .send();
    }

    private static String token(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JsonPath.from(answer.body()).getString("token");
    }

    private static String identity(String id, String hash) {
        return "{\"id\":\"" + id.replace("\t", "\\t") + "\",\"name\":\"Ana\",\"email\":\"ana@example.com\",\"hash\":\""
                + hash + "\"}";
    }

    private static String sign(String id, String secret) {
        return secret.isEmpty() ? "" : Secrets.hex(Secrets.hmac(secret.getBytes(StandardCharsets.UTF_8), id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// One colour, so that a large one is small on the wire.
    private static byte[] png(int width, int height) {
        var image = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_BYTE_BINARY);
        var out = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(image, "png", out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, String> naughty() {
        var all = new java.util.LinkedHashMap<String, String>();
        for (var same : List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "<svg onload=alert(1)//",
                "javascript:alert(1)",
                "https://example.com/\"onmouseover=\"alert(1)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {inject:brand.name} {#include x}",
                "%s%n%x {0} {1}",
                "' or '1'='1",
                "'; drop table message; --",
                "\\'; \\\\ \\n \\u0000",
                "../../etc/passwd",
                "&lt;b&gt; &amp; &#x41;",
                "<!-- -->",
                "]]>",
                "<base href=//evil>",
                "<meta http-equiv=refresh content=0>",
                "<form id=csrf-token hx-get=\"/x\" data-hx-on:load=\"alert(1)\">x</form>",
                "</textarea><script>alert(1)</script>",
                "data: x\n\nevent: hack\ndata: y",
                "event: message\ndata: {}\nid: 1-1",
                "\"}],\"x\":[{\"",
                "null",
                "undefined",
                "NaN",
                "true",
                "0",
                "-1",
                "1e309",
                "ñandú",
                "東京",
                "العربية",
                "עברית",
                "ไทย",
                "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb\ud83c\udff4",
                "Z̧̙͔a̶̢l̷g̵o̶",
                "ﷺ",
                "a|b|c",
                "tab\there".replace("\t", " "),
                "%00%0d%0a",
                "=1+1",
                "@SUM(A1)",
                "On Monday somebody wrote:\n> quoted",
                "W".repeat(500))) all.put(same, same);
        all.put("nul\u0000in", "nulin");
        all.put("bell\u0007esc\u001b[31m", "bellesc[31m");
        all.put("right\u202eto left", "rightto left");
        all.put("isolate\u2066x\u2069", "isolatex");
        all.put("zero\u200bwidth\ufeff", "zerowidth");
        all.put("one\r\ntwo\rthree", "one\ntwo\nthree");
        all.put("line\u2028separator\u2029here", "line separator here");
        all.put("  around  ", "around");
        all.put("half\ud800pair", "halfpair");
        return all;
    }
}

package app.lienzo.partners;

import static app.lienzo.world.Tenant.PLATFORM;

import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.Patience;
import app.lienzo.world.Wire;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.altcha.altcha.Altcha;

/// Somebody who has the short form open, from a network address of his own.
final class Applicant {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    final String email = "lucia@faro-" + tag + ".example";
    final Browser browser = Browser.at(PLATFORM);
    final Map<String, String> fields = new LinkedHashMap<>();
    private String address = fresh();

    Applicant() {
        open();
        fields.put("company", "Faro " + tag);
        fields.put("person", "Lucía Prado");
        fields.put("email", email);
        fields.put("phone", "601 555 0123");
        fields.put("country", "CO");
        fields.put("clients", "35");
        fields.put("slug", "faro-" + tag);
        fields.put("message", "Queremos ofrecer soporte con nuestra marca.");
        fields.put("terms", "yes");
    }

    static String fresh() {
        int number = ADDRESSES.incrementAndGet();
        return "127." + (9 + number / 250) + "." + number % 250 + ".9";
    }

    Applicant with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Applicant without(String field) {
        fields.remove(field);
        return this;
    }

    /// A new empty form; what was typed stays.
    Applicant open() {
        var page = browser.get("/partners/apply").body();
        var stamp = STAMP.matcher(page);
        if (!stamp.find()) throw new AssertionError(page);
        fields.put("stamp", stamp.group(1));
        return this;
    }

    /// Does the work that is asked for.
    static String proof() {
        var task = JsonPath.from(Wire.to(PLATFORM, "GET", "/partners/challenge")
                .from(fresh())
                .send()
                .body());
        try {
            var solution = Altcha.solveChallenge(
                    task.getString("challenge"),
                    task.getString("salt"),
                    Altcha.Algorithm.SHA256,
                    task.getLong("maxnumber"),
                    0);
            return encoded(task, solution.number);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static String encoded(JsonPath task, long number) {
        var json = "{\"algorithm\":\"%s\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}"
                .formatted(
                        task.getString("algorithm"),
                        task.getString("challenge"),
                        number,
                        task.getString("salt"),
                        task.getString("signature"));
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends what is there, with new proof, once the form has been open for as long as a person needs.
    Wire.Answer send() {
        return send(proof());
    }

    Wire.Answer send(String proof) {
        var answer = new AtomicReference<Wire.Answer>();
        Patience.until("a person could have filled it in", () -> {
            answer.set(post(proof));
            return !answer.get().body().contains("muy rápido");
        });
        return answer.get();
    }

    /// Sends it at once.
    Wire.Answer post(String proof) {
        fields.put("proof", proof);
        var form = new StringBuilder("form-token=" + Browser.encoded(browser.token()));
        fields.forEach(
                (name, value) -> form.append('&').append(name).append('=').append(Browser.encoded(value)));
        return browser.request("POST", "/partners/apply")
                .header("Origin", "http://localhost")
                .header("Accept-Language", "es")
                .from(address)
                .form(form.toString())
                .send();
    }

    Applicant from(String other) {
        address = other;
        return this;
    }

    /// The path of the confirming link, from the mail.
    String confirmLink() {
        return path(MailServer.await(email, mail -> mail.link().contains("/partners/confirm/"))
                .link());
    }

    /// Sends the form, follows the link and presses the button.
    ///
    /// @return the application's id
    UUID confirmed() {
        if (send().status() != 303) throw new AssertionError("Not taken");
        var landed = confirm(confirmLink());
        if (landed.status() != 303) throw new AssertionError(landed.body());
        return id();
    }

    Wire.Answer confirm(String link) {
        browser.get(link);
        browser.get("/partners/confirm");
        return browser.post("/partners/confirm", "token=" + Browser.encoded(token(link)));
    }

    UUID id() {
        return UUID.fromString(app.lienzo.world.Rows.one(
                "select id::text from lienzo.partner_application where email = ? order by created_at desc", email));
    }

    static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    static String path(String link) {
        return URI.create(link).getPath();
    }
}

package app.lienzo.whitelabel;

import app.lienzo.world.Browser;
import app.lienzo.world.Tenant;
import app.lienzo.world.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The editor in an Owner's browser: its fields as they stand, to be changed and sent.
final class Marks {
    private static final Pattern FIELD =
            Pattern.compile("<input id=\"([A-Za-z]+)\" name=\"\\1\"[^>]*? value=\"([^\"]*)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([^\"]*)\"");
    private static final String LINE = "\r\n";

    private final Tenant tenant;
    private final Browser browser;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String page = "";

    private Marks(Tenant tenant, Browser browser) {
        this.tenant = tenant;
        this.browser = browser;
    }

    static Marks of(Tenant tenant) {
        return of(tenant, "owner");
    }

    static Marks of(Tenant tenant, String userName) {
        return new Marks(tenant, Browser.signedIn(tenant, userName)).opened();
    }

    Marks opened() {
        page = browser.get("/organization/white-label").body();
        fields.clear();
        files.clear();
        FIELD.matcher(page)
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2).replace("&amp;", "&")));
        var revision = REVISION.matcher(page);
        fields.put("revision", revision.find() ? revision.group(1) : "");
        return this;
    }

    Browser browser() {
        return browser;
    }

    String page() {
        return page;
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    Marks with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Marks file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Wire.Answer save() {
        return send("");
    }

    /// As the script does while one types.
    Wire.Answer type() {
        return multipart("").header("HX-Request", "true").send();
    }

    Wire.Answer publish() {
        return send("/publish");
    }

    Wire.Answer discard() {
        return browser.post("/organization/white-label/discard", "revision=" + field("revision"));
    }

    private Wire.Answer send(String path) {
        return multipart(path).send();
    }

    private Wire.Request multipart(String path) {
        var boundary = "----parts-of-a-brand";
        var body = new ByteArrayOutputStream();
        var all = new LinkedHashMap<>(fields);
        all.put("form-token", browser.token());
        all.forEach((name, value) -> write(
                body,
                "--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + name + "\"" + LINE + LINE + value
                        + LINE));
        files.forEach((name, content) -> {
            write(
                    body,
                    "--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + name
                            + "\"; filename=\"picture.png\"" + LINE + "Content-Type: image/png" + LINE + LINE);
            body.writeBytes(content);
            write(body, LINE);
        });
        write(body, "--" + boundary + "--" + LINE);
        return browser.request("POST", "/organization/white-label" + path)
                .header("Origin", "http://" + tenant.host())
                .body("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

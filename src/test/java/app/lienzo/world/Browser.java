package app.lienzo.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser at one of the organizations: keeps cookies, knows the form token of the last page.
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN_OF_BODY = Pattern.compile("\"X-Form-Token\":\"([^\"]+)\"");

    private final Tenant tenant;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    private Browser(Tenant tenant) {
        this.tenant = tenant;
    }

    /// One that has the sign-in page open.
    public static Browser at(Tenant tenant) {
        var browser = new Browser(tenant);
        browser.get("/sign-in");
        return browser;
    }

    public static Browser signedIn(Tenant tenant, String userName) {
        var browser = at(tenant);
        var answer = browser.signIn(userName, Tenant.PASSWORD);
        if (answer.status() != 303) throw new AssertionError("Sign-in answered " + answer.status() + answer.body());
        browser.get("/profile");
        return browser;
    }

    public Wire.Answer signIn(String userName, String password) {
        return post("/sign-in", "userName=" + encoded(userName) + "&password=" + encoded(password));
    }

    public Wire.Answer get(String path) {
        return keep(request("GET", path).send());
    }

    /// Sends a form with its token.
    public Wire.Answer post(String path, String form) {
        return keep(request("POST", path)
                .header("Origin", "http://" + tenant.host())
                .form("form-token=" + encoded(token) + (form.isEmpty() ? "" : "&" + form))
                .send());
    }

    /// Sends a form with a file in `file`, and its token.
    public Wire.Answer upload(String path, Map<String, String> fields, String name, byte[] content) {
        var boundary = "----lienzo-upload";
        var body = new java.io.ByteArrayOutputStream();
        var all = new LinkedHashMap<>(fields);
        all.put("form-token", token);
        all.forEach((field, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                        + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return keep(request("POST", path)
                .header("Origin", "http://" + tenant.host())
                .patience(60_000)
                .body("multipart/form-data; boundary=" + boundary, body.toByteArray())
                .send());
    }

    /// A request with the cookies and nothing else.
    public Wire.Request request(String method, String path) {
        return withCookies(Wire.to(tenant, method, path));
    }

    public Wire.Request withCookies(Wire.Request request) {
        return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
    }

    public String cookieHeader() {
        return String.join(
                "; ",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .toList());
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public void set(String name, String value) {
        cookies.put(name, value);
    }

    public String token() {
        return token;
    }

    private Wire.Answer keep(Wire.Answer answer) {
        for (var line : answer.all("set-cookie")) {
            var pair = line.split(";")[0].split("=", 2);
            if (pair[1].isEmpty()) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
        for (var pattern : java.util.List.of(TOKEN, TOKEN_OF_BODY)) {
            var matcher = pattern.matcher(answer.body());
            if (matcher.find()) {
                token = matcher.group(1);
                break;
            }
        }
        return answer;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

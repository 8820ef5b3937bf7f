package app.lienzo.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request as it goes out: always `GET` or `HEAD`, so that nothing is changed by asking.
///
/// @param lines the request line and the header fields, without line ends
/// @param path how a report names it
/// @param stream whether the answer never ends
record Question(List<String> lines, String path, boolean stream) {
    static final String AGENT = "brand-check";

    /// What a browser would ask.
    ///
    /// @param pass goes into the session's cookie; null for a stranger
    static Question page(String host, String path, @Nullable String pass) {
        var lines = new ArrayList<>(List.of(
                "GET " + path + " HTTP/1.1",
                "Host: " + host,
                "User-Agent: " + AGENT,
                "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
                "Connection: close"));
        if (pass != null) lines.add("Cookie: __Host-session=" + pass);
        return new Question(lines, path, path.contains("/stream"));
    }

    /// Requests that no browser makes.
    static List<Question> odd(String host) {
        var of = "Host: " + host;
        var close = "Connection: close";
        return List.of(
                odd("GET / HTTP/1.1 (no Host)", "GET / HTTP/1.1", close),
                odd("GET / HTTP/1.1 (Host twice)", "GET / HTTP/1.1", of, of, close),
                odd("GET / HTTP/1.1 (unreadable Host)", "GET / HTTP/1.1", "Host: a b\\c", close),
                odd("GET / HTTP/1.1 (unknown Host)", "GET / HTTP/1.1", "Host: nobody.invalid", close),
                odd("GET / HTTP/1.0", "GET / HTTP/1.0", of),
                odd("GET / HTTP/9.9", "GET / HTTP/9.9", of, close),
                odd("GET /%00", "GET /%00 HTTP/1.1", of, close),
                odd("GET /%zz", "GET /%zz HTTP/1.1", of, close),
                odd("GET /..%2f..%2fetc/passwd", "GET /..%2f..%2fetc/passwd HTTP/1.1", of, close),
                odd("GET /a;b=c", "GET /a;b=c HTTP/1.1", of, close),
                odd("GET /" + "a".repeat(5) + "… (9,000)", "GET /" + "a".repeat(9_000) + " HTTP/1.1", of, close),
                odd("GET / (header of 20,000)", "GET / HTTP/1.1", of, "X-Long: " + "a".repeat(20_000), close),
                odd("GET / (header without colon)", "GET / HTTP/1.1", of, "nonsense", close),
                odd("GET / (Cookie: nonsense)", "GET / HTTP/1.1", of, "Cookie: =;;__Host-session=\"", close),
                odd("GET / (Accept-Language: nonsense)", "GET /sign-in HTTP/1.1", of, "Accept-Language: ;;q=x", close),
                odd(
                        "GET /sign-in (Accept: nonsense/none)",
                        "GET /sign-in HTTP/1.1",
                        of,
                        "Accept: nonsense/none",
                        close),
                odd("GET /nowhere (Accept: json)", "GET /nowhere HTTP/1.1", of, "Accept: application/json", close),
                odd(
                        "GET /api/v1/me (Bearer nonsense)",
                        "GET /api/v1/me HTTP/1.1",
                        of,
                        "Authorization: Bearer x",
                        close),
                odd("HEAD /", "HEAD / HTTP/1.1", of, close),
                odd("HEAD /nowhere", "HEAD /nowhere HTTP/1.1", of, close));
    }

    /// The host that wants to be asked the same over TLS; null when it does not. People are led there, programs are
    /// told.
    @Nullable
    String upgradedBy(Answer answer) {
        var host = lines.stream()
                .filter(line -> line.startsWith("Host: "))
                .map(line -> line.substring("Host: ".length()))
                .findFirst()
                .orElse("");
        if (host.isEmpty()) return null;
        var target = lines.getFirst().split(" ")[1];
        var there = "https://" + Pattern.quote(host) + "(:[0-9]+)?" + Pattern.quote(target);
        boolean led = answer.header("location").matches(there);
        boolean told = answer.status() == 403 && answer.body().contains("/problems/https-needed\"");
        return led || told ? host : null;
    }

    boolean headOnly() {
        return lines.getFirst().startsWith("HEAD ");
    }

    private static Question odd(String path, String... lines) {
        return new Question(List.of(lines), path, false);
    }
}

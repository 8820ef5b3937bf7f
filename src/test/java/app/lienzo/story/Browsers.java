package app.lienzo.story;

import app.lienzo.operators.Operators;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Chromium as people have it, one for all stories; each person gets a context of his own.
final class Browsers implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--host-resolver-rules=MAP *.localhost 127.0.0.1,MAP *.example 127.0.0.1")));

    /// A person's browser of his own.
    Page person(int width, String scheme, String locale) {
        return page(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale(locale)
                .setColorScheme(
                        scheme.equals("dark")
                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                : com.microsoft.playwright.options.ColorScheme.LIGHT));
    }

    /// One that takes any certificate: whose it is, a test looks at by itself.
    Page trusting() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("es-ES")
                .setIgnoreHTTPSErrors(true));
    }

    /// One that would run whatever a page lets in: what a page promises about scripts does not count.
    Page unprotected() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("es-ES")
                .setBypassCSP(true));
    }

    Page person() {
        return person(1280, "light", "es-ES");
    }

    /// Signs somebody in at his tenant's own address.
    Page signedIn(String tenant, String userName) {
        return signIn(person(), tenant, userName);
    }

    /// The browser of an operator who has passed both factors.
    Page operator(int width, String scheme) {
        var page = person(width, scheme, "es-ES");
        for (var cookie : Operators.signedIn("operator").cookieHeader().split("; ")) {
            var pair = cookie.split("=", 2);
            page.context()
                    .addCookies(List.of(new Cookie(pair[0], pair[1])
                            .setUrl("https://localhost:" + RestAssured.port)
                            .setSecure(true)
                            .setHttpOnly(true)));
        }
        return page;
    }

    static Page signIn(Page page, String tenant, String userName) {
        page.navigate(address(tenant) + "/sign-in");
        page.fill("#userName", userName);
        page.fill("#password", "Lienzo2026demo");
        page.click("form[action='/sign-in'] button");
        page.waitForURL("**/console*");
        return page;
    }

    /// As long as a person needs to fill a form in, counted from when the page came: a program would be told that it is
    /// too
    /// fast.
    static void waitAsAPerson(Page page) {
        page.waitForCondition(() -> ((Number) page.evaluate(
                                "performance.now() - performance.getEntriesByType('navigation')[0].responseStart"))
                        .doubleValue()
                > 1_300);
    }

    static String address(String tenant) {
        return "http://" + tenant + ".localhost:" + RestAssured.port;
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    private static Path executable() {
        var named = System.getenv("LIENZO_CHROMIUM");
        return Stream.of(
                        named == null ? "" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: call bin/verify, which installs one"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}

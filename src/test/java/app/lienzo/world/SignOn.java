package app.lienzo.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// An organization's single sign-on as its Owner settles it, and people on their way through it.
public final class SignOn {
    public static final String CALLBACK = "/sign-in/sso/callback";

    private final Tenant tenant;

    private SignOn(Tenant tenant) {
        this.tenant = tenant;
    }

    public static SignOn of(Tenant tenant) {
        return new SignOn(tenant);
    }

    /// What an Owner types, with everything that a test does not care about.
    public static Map<String, String> form(String issuer) {
        var form = new LinkedHashMap<String, String>();
        form.put("enabled", "on");
        form.put("issuer", issuer);
        form.put("client", Issuer.CLIENT);
        form.put("secret", Issuer.SECRET);
        form.put("label", "Entrar con la empresa");
        form.put("domains", "example.com");
        form.put("creates", "on");
        form.put("role", "MEMBER");
        form.put("newSpace", "");
        form.put("spaceRole", "AGENT");
        return form;
    }

    public Wire.Answer settle(Map<String, String> form) {
        var owner = Browser.signedIn(tenant, "owner");
        var page = owner.get("/organization/sso").body();
        var typed = new LinkedHashMap<>(form);
        typed.putIfAbsent("version", page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
        return owner.post("/organization/sso", encoded(typed));
    }

    /// Settles it with changes to the usual form; a null leaves a field out.
    public SignOn with(String issuer, Map<String, String> changes) {
        var form = form(issuer);
        form.putAll(changes);
        form.values().removeIf(String::isEmpty);
        var answer = settle(form);
        if (answer.status() != 303) throw new AssertionError(answer.status() + answer.body());
        return this;
    }

    public void off() {
        var form = form("http://localhost:1");
        form.remove("enabled");
        var answer = settle(form);
        if (answer.status() != 303) throw new AssertionError(answer.status() + answer.body());
    }

    /// Somebody who pressed the button and stands before the provider.
    public record Visit(Browser browser, Issuer.Asked asked) {
        public Wire.Answer with(String code) {
            return back("code=" + Browser.encoded(code) + "&state=" + asked.state());
        }

        /// Comes back from the provider.
        public Wire.Answer back(String query) {
            return browser.get(CALLBACK + "?" + query);
        }
    }

    public Visit visit() {
        return visit(Browser.at(tenant));
    }

    public Visit visit(Browser browser) {
        var answer = browser.get("/sign-in/sso?next=/profile");
        if (answer.status() != 303) throw new AssertionError(answer.status() + answer.body());
        return new Visit(browser, Issuer.Asked.of(answer.header("location")));
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + Browser.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}

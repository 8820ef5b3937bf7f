package app.lienzo.operators;

import static app.lienzo.world.Tenant.PLATFORM;

import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.Theme;
import app.lienzo.identity.TokenReach;
import app.lienzo.secondfactor.Phone;
import app.lienzo.world.Browser;
import app.lienzo.world.Tenant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The sample operators, signed in with both factors; each keeps his browser, as a one-time code is good
/// for one sign-in.
public final class Operators {
    private static final Map<String, Browser> SIGNED_IN = new ConcurrentHashMap<>();

    private Operators() {}

    /// @param userName `operator` or `operator2`
    public static Browser signedIn(String userName) {
        var browser = SIGNED_IN.computeIfAbsent(userName, Operators::signIn);
        browser.get("/profile");
        return browser;
    }

    /// As if an operator had just signed in, for services.
    public static SignedIn as(UUID member, String userName) {
        return new SignedIn(
                "platform",
                member,
                userName,
                userName,
                userName + "@platform.example",
                OrganizationRole.OPERATOR,
                null,
                Theme.AUTO,
                false,
                Set.of(),
                null,
                null,
                TokenReach.WHOLE,
                UUID.randomUUID(),
                true,
                Map.of());
    }

    private static Browser signIn(String userName) {
        var browser = Browser.at(PLATFORM);
        var half = browser.signIn(userName, Tenant.PASSWORD);
        if (!half.header("location").startsWith("/sign-in/second-factor"))
            throw new AssertionError("No second factor is asked for: " + half.header("location"));
        var phone = Phone.setUp(browser.get("/sign-in/second-factor").body());
        var whole = browser.post("/sign-in/second-factor", "next=%2Fprofile&code=" + phone.code());
        if (whole.status() != 200) throw new AssertionError("The second factor is not taken: " + whole.body());
        return browser;
    }
}

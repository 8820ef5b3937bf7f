package app.lienzo.recovery;

import app.lienzo.world.Browser;
import app.lienzo.world.Tenant;
import app.lienzo.world.Wire;
import java.net.URI;

/// The form that a mailed link opens, in a browser of its own.
record Form(Browser browser, String page, String token, Wire.Answer shown) {
    static Form open(Tenant tenant, String link) {
        return open(Browser.at(tenant), link);
    }

    static Form open(Browser browser, String link) {
        var path = URI.create(link).getRawPath();
        var page = path.substring(0, path.lastIndexOf('/'));
        browser.get(path);
        var shown = browser.get(page);
        return new Form(browser, page, path.substring(path.lastIndexOf('/') + 1), shown);
    }

    Wire.Answer set(String userName, String password, String repeat) {
        return browser.post(
                page,
                "token=" + token + "&userName=" + Browser.encoded(userName) + "&password=" + Browser.encoded(password)
                        + "&repeat=" + Browser.encoded(repeat));
    }

    Wire.Answer confirm() {
        return browser.post(page, "token=" + token);
    }
}

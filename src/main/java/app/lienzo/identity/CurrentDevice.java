package app.lienzo.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The browser behind the request at hand, for notices: "Chrome · Linux".
@ApplicationScoped
public class CurrentDevice {
    private final CurrentVertxRequest request;

    CurrentDevice(CurrentVertxRequest request) {
        this.request = request;
    }

    /// Nothing outside of a request, and nothing for what is no browser we know: its text could be anybody's
    /// advertisement.
    public Optional<String> find() {
        if (!Arc.container().requestContext().isActive()) return Optional.empty();
        var asked = request.getCurrent();
        if (asked == null) return Optional.empty();
        var userAgent = asked.request().getHeader("User-Agent");
        return userAgent == null ? Optional.empty() : Device.known(userAgent);
    }
}

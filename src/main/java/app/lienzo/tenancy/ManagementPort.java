package app.lienzo.tenancy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Health and metrics on a port of their own, so that a proxy for visitors cannot let them out by
/// mistake. Decided when it starts and not when it is built, as the framework's own would be: the same
/// package serves a first look, where one port is enough.
@ApplicationScoped
class ManagementPort {
    /// Everything the framework says about itself lies below.
    static final String PREFIX = "/q/";

    private static final int SECONDS_MAX = 10;

    private final ManagementConfig config;
    private final Vertx vertx;
    private final String host;
    private @Nullable Router router;
    private @Nullable HttpServer server;

    ManagementPort(
            ManagementConfig config,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host) {
        this.config = config;
        this.vertx = vertx;
        this.host = host;
    }

    void remember(@Observes Router router) {
        this.router = router;
    }

    void start(@Observes StartupEvent event) throws Exception {
        var routes = router;
        if (config.port() == 0 || routes == null) return;
        server = vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(config.port()))
                .requestHandler(routes)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (server != null) server.close();
    }

    /// Whether a request came in where its path is answered.
    boolean rightDoor(HttpServerRequest request, String path) {
        if (config.port() == 0) return true;
        return (request.localAddress().port() == config.port()) == path.startsWith(PREFIX);
    }
}

package app.lienzo.certificates;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready is who can be reached: the management port answers from the first instant of a start, the ports for
/// visitors open at its end, and a load balancer would send people to a door that is still shut.
@Readiness
@ApplicationScoped
class OpenPorts implements HealthCheck {
    private final HttpServer server;
    private final CertificateConfig config;

    OpenPorts(HttpServer server, CertificateConfig config) {
        this.server = server;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        boolean open = server.getPort() > 0 && (!config.https() || server.getSecurePort() > 0);
        return HealthCheckResponse.named("ports").status(open).build();
    }
}

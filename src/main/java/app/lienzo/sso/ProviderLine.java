package app.lienzo.sso;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Outbound;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One careful request to a provider: to the very address that was judged, without following redirects,
/// within a time and a size.
@ApplicationScoped
class ProviderLine {
    private final HttpClient http;
    private final Outbound outbound;
    private final SsoConfig config;

    ProviderLine(Vertx vertx, Outbound outbound, SsoConfig config) {
        this.outbound = outbound;
        this.config = config;
        int patience = (int) config.answerWithin().toMillis();
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(patience).setKeepAlive(false));
    }

    record Answer(int status, String body) {}

    /// The line did not come about, and why.
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        final Fault fault;
        /// Whether the connection broke, so that asking again may help.
        final boolean lost;

        Broken(Fault fault) {
            this(fault, false);
        }

        private Broken(Fault fault, boolean lost) {
            super(fault.name(), null, false, false);
            this.fault = fault;
            this.lost = lost;
        }
    }

    /// Asks once more when the connection broke: reading does no harm (RFC 9110, 9.2.2).
    Answer get(String address) throws Broken {
        var headers = Map.of("Accept", "application/json");
        try {
            return send(HttpMethod.GET, address, headers, null);
        } catch (Broken broken) {
            if (!broken.lost) throw broken;
            return send(HttpMethod.GET, address, headers, null);
        }
    }

    Answer post(String address, Map<String, String> headers, String form) throws Broken {
        return send(HttpMethod.POST, address, headers, form);
    }

    private Answer send(HttpMethod method, String address, Map<String, String> headers, @Nullable String body)
            throws Broken {
        var uri = read(address);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        var options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, judged(uri)))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(target(uri))
                .setTimeout(config.answerWithin().toMillis());
        headers.forEach(options::putHeader);
        return wait(http.request(options)
                .compose(request -> body == null ? request.send() : request.send(body))
                .compose(this::collect));
    }

    static URI read(String address) throws Broken {
        try {
            var uri = URI.create(address);
            if (uri.getHost() == null || uri.getFragment() != null) throw new Broken(Fault.ADDRESS);
            return uri;
        } catch (IllegalArgumentException _) {
            throw new Broken(Fault.ADDRESS);
        }
    }

    private String judged(URI uri) throws Broken {
        try {
            return outbound.address(uri).getHostAddress();
        } catch (Refused _) {
            throw new Broken(Fault.ADDRESS);
        }
    }

    private static String target(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private Future<Answer> collect(HttpClientResponse response) {
        var answered = Promise.<Answer>promise();
        var body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() <= config.answerMax()) body.appendBuffer(part);
            else if (answered.tryFail(new Broken(Fault.NO_DESCRIPTION)))
                response.request().reset();
        });
        response.exceptionHandler(answered::tryFail);
        response.endHandler(_ -> answered.tryComplete(new Answer(response.statusCode(), body.toString())));
        return answered.future();
    }

    private Answer wait(Future<Answer> answer) throws Broken {
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case Broken broken -> broken;
                case SSLException _ -> new Broken(Fault.CERTIFICATE);
                case null, default -> new Broken(Fault.SILENT, true);
            };
        } catch (TimeoutException _) {
            throw new Broken(Fault.SILENT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Broken(Fault.SILENT);
        }
    }
}

package app.lienzo.imports;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Outbound;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Careful requests to a directory: to the very address that was judged, without following redirects, within a time
/// and a size (M11). A directory that is busy says when to come back, and is asked again a few times.
@ApplicationScoped
class DirectoryLine {
    private static final int TRIES = 4;
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    private final HttpClient http;
    private final Outbound outbound;
    private final ObjectMapper json;
    private final ImportConfig config;

    DirectoryLine(Vertx vertx, Outbound outbound, ObjectMapper json, ImportConfig config) {
        this.outbound = outbound;
        this.json = json;
        this.config = config;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.directoryPatience().toMillis())
                .setKeepAlive(false));
    }

    private record Answer(int status, @Nullable String retryAfter, String body) {
        boolean busy() {
            return status == 429 || status == 503 || status == 504;
        }
    }

    /// @throws Refused `directory-silent`, `directory-busy`, `directory-refused` with the status, `address-refused`
    JsonNode get(URI address, String token) {
        return asked(HttpMethod.GET, address, Map.of("Authorization", "Bearer " + token), null);
    }

    /// @throws Refused as [#get]
    JsonNode post(URI address, String form) {
        return asked(HttpMethod.POST, address, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
    }

    private JsonNode asked(HttpMethod method, URI address, Map<String, String> headers, @Nullable String body) {
        for (int attempt = 1; ; attempt++) {
            var answer = send(method, address, headers, body);
            if (answer.status() == 200) return read(answer.body());
            if (!answer.busy()) throw Refused.invalid("directory-refused", answer.status());
            if (attempt == TRIES) throw Refused.invalid("directory-busy");
            LockSupport.parkNanos(pause(answer.retryAfter()).toNanos());
        }
    }

    private static Duration pause(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.matches("[0-9]{1,6}")) return Duration.ofSeconds(2);
        var wish = Duration.ofSeconds(Long.parseLong(retryAfter));
        return wish.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : wish;
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException _) {
            throw Refused.invalid("directory-refused", 200);
        }
    }

    private Answer send(HttpMethod method, URI address, Map<String, String> headers, @Nullable String body) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
        var judged = outbound.address(address).getHostAddress();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, judged))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(address.getRawPath() + query)
                .setTimeout(config.directoryPatience().toMillis())
                .putHeader("Accept", "application/json");
        headers.forEach(options::putHeader);
        return wait(http.request(options)
                .compose(request -> body == null ? request.send() : request.send(body))
                .compose(this::collect));
    }

    private Future<Answer> collect(HttpClientResponse response) {
        var answered = Promise.<Answer>promise();
        var body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() <= config.directoryAnswerMax().asLongValue()) body.appendBuffer(part);
            else if (answered.tryFail("too large")) response.request().reset();
        });
        response.exceptionHandler(answered::tryFail);
        response.endHandler(_ -> answered.tryComplete(
                new Answer(response.statusCode(), response.getHeader("Retry-After"), body.toString())));
        return answered.future();
    }

    private Answer wait(Future<Answer> answer) {
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.directoryPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw Refused.invalid("directory-silent");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Refused.invalid("directory-silent");
        }
    }
}

package app.lienzo.acme;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.DefaultConnection;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.toolbox.JSON;

/// The library's connection, which knows `Retry-After` of an error only where the answer is a problem
/// document of one type, and takes the system's clock for it.
final class AuthorityConnection extends DefaultConnection {
    static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int WORDS_MAX = 4_000;
    private static final Duration RETRY_MAX = Duration.ofDays(14);

    private final Clock clock;

    AuthorityConnection(HttpConnector connector, Clock clock) {
        super(connector);
        this.clock = clock;
    }

    @Override
    protected void sendRequest(Session session, java.net.URL url, Consumer<HttpRequest.Builder> body)
            throws IOException {
        super.sendRequest(session, url, body);
        var answer = lastResponse;
        if (answer == null || (answer.statusCode() != TOO_MANY && answer.statusCode() != UNAVAILABLE)) return;
        lastResponse = null;
        throw new AuthorityBusy(answer.statusCode(), retryAfter(answer).orElse(null), words(answer));
    }

    /// Where an authority refuses a nonce and gives no other one with it, the library asks for one over a
    /// connection that it still holds.
    @Override
    public void resetNonce(Session session) throws AcmeException {
        lastResponse = null;
        super.resetNonce(session);
    }

    @Override
    public Optional<Instant> getRetryAfter() {
        var answer = lastResponse;
        return answer == null
                ? Optional.empty()
                : retryAfter(answer).map(pause -> clock.instant().plus(pause));
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").map(text -> pause(text.strip(), answer));
    }

    private static @Nullable Duration pause(String text, HttpResponse<?> answer) {
        try {
            var pause = text.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(sentAt(answer), time(text));
            if (pause.isNegative()) return Duration.ZERO;
            return pause.compareTo(RETRY_MAX) < 0 ? pause : RETRY_MAX;
        } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
            return null;
        }
    }

    /// By the authority's own clock, which may differ from ours.
    private static Instant sentAt(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Date")
                .map(AuthorityConnection::time)
                .orElseThrow(() -> new DateTimeException("No date"));
    }

    private static Instant time(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static String words(HttpResponse<InputStream> answer) throws IOException {
        try (var content = answer.body()) {
            var text = new String(content.readNBytes(WORDS_MAX), StandardCharsets.UTF_8);
            return detail(text).orElse("HTTP " + answer.statusCode());
        }
    }

    private static Optional<String> detail(String text) {
        try {
            return JSON.parse(text).get("detail").map(JSON.Value::asString);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}

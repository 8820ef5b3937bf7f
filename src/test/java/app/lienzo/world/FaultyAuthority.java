package app.lienzo.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Stands in front of a certificate authority and does what the real one's network, limits and bad days do.
/// What is not told to fail goes through to the real one, which builds its addresses out of what it is
/// asked with.
public final class FaultyAuthority implements AutoCloseable {
    /// What can be asked of it, by its path there.
    public enum Kind {
        DIRECTORY("/dir"),
        NONCE("/nonce-plz"),
        ACCOUNT("/sign-me-up"),
        ORDER("/order-plz"),
        ORDER_LOOK("/my-order/"),
        AUTHORIZATION("/authZ/"),
        CHALLENGE("/chalZ/"),
        FINALIZE("/finalize-order/"),
        CERTIFICATE("/certZ/"),
        REVOKE("/revoke-cert"),
        RENEWAL_INFO("enewal"),
        OTHER("");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        static Kind of(String path) {
            for (var kind : values()) if (path.contains(kind.path)) return kind;
            return OTHER;
        }
    }

    /// What happens to a request.
    public sealed interface Fault {
        /// Never reaches the authority.
        record Answered(int status, Map<String, String> headers, String body) implements Fault {}

        /// The connection breaks before the authority hears of it.
        record Unheard() implements Fault {}

        /// The authority does it, and its answer is lost.
        record Lost() implements Fault {}

        /// The authority does it, and its answer comes when `release` is counted down.
        record Held(CountDownLatch reached, CountDownLatch release) implements Fault {
            public Held() {
                this(new CountDownLatch(1), new CountDownLatch(1));
            }
        }

        /// The answer says something else.
        record Rewritten(UnaryOperator<String> body) implements Fault {}
    }

    private record Rule(Fault fault, boolean always) {}

    private final AcmeServer authority;
    private final HttpsServer server;
    private final Map<Kind, Rule> rules = new ConcurrentHashMap<>();
    private final Map<Kind, AtomicInteger> asked = new EnumMap<>(Kind.class);
    private final ConcurrentLinkedDeque<Socket> idle = new ConcurrentLinkedDeque<>();
    private volatile Duration delay = Duration.ZERO;

    private FaultyAuthority(AcmeServer authority, HttpsServer server) {
        this.authority = authority;
        this.server = server;
        for (var kind : Kind.values()) asked.put(kind, new AtomicInteger());
    }

    public static FaultyAuthority before(AcmeServer authority) {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            server.setHttpsConfigurator(new HttpsConfigurator(authority.trusting()));
            var faulty = new FaultyAuthority(authority, server);
            server.createContext("/", faulty::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return faulty;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String directory() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/dir";
    }

    /// Once.
    public <F extends Fault> F next(Kind kind, F fault) {
        rules.put(kind, new Rule(fault, false));
        return fault;
    }

    public void always(Kind kind, Fault fault) {
        rules.put(kind, new Rule(fault, true));
    }

    public void heal() {
        rules.clear();
    }

    /// Each answer takes so much longer.
    public void delay(Duration more) {
        delay = more;
    }

    public int asked(Kind kind) {
        return asked.get(kind).get();
    }

    /// A problem document of its own kind.
    public static Fault.Answered problem(int status, String type, String detail, String... headers) {
        var all = new java.util.HashMap<String, String>();
        all.put("Content-Type", "application/problem+json");
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        return new Fault.Answered(
                status,
                all,
                "{\"type\":\"urn:ietf:params:acme:error:%s\",\"detail\":\"%s\",\"status\":%d}"
                        .formatted(type, detail, status));
    }

    private void handle(HttpExchange exchange) throws IOException {
        var kind = Kind.of(exchange.getRequestURI().getPath());
        asked.get(kind).incrementAndGet();
        sleep(delay);
        var content = exchange.getRequestBody().readAllBytes();
        switch (take(kind)) {
            case null -> answer(exchange, forward(exchange, content));
            case Fault.Unheard _ -> exchange.close();
            case Fault.Answered fault -> {
                fault.headers()
                        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
                var body = fault.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(fault.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            }
            case Fault.Lost _ -> {
                forward(exchange, content);
                exchange.close();
            }
            case Fault.Held held -> {
                var answer = forward(exchange, content);
                held.reached().countDown();
                await(held.release());
                answer(exchange, answer);
            }
            case Fault.Rewritten rewritten -> {
                var answer = forward(exchange, content);
                var body = rewritten.body().apply(answer.body()).getBytes(StandardCharsets.UTF_8);
                answer(exchange, new Wire.Answer(answer.status(), answer.headers(), body));
            }
        }
    }

    private @Nullable Fault take(Kind kind) {
        var rule = rules.get(kind);
        if (rule == null) return null;
        if (!rule.always()) rules.remove(kind, rule);
        return rule.fault();
    }

    private static void answer(HttpExchange exchange, Wire.Answer answer) throws IOException {
        answer.headers().forEach((name, values) -> {
            if (!List.of("content-length", "transfer-encoding", "connection").contains(name))
                exchange.getResponseHeaders().put(name, values);
        });
        boolean none = answer.content().length == 0;
        exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.content().length);
        if (!none) exchange.getResponseBody().write(answer.content());
        exchange.close();
    }

    private Wire.Answer forward(HttpExchange exchange, byte[] content) throws IOException {
        var socket = idle.poll();
        if (socket == null) socket = authority.connect();
        var head = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " HTTP/1.1\r\n");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!List.of("Connection", "Upgrade", "Http2-settings", "Content-length")
                    .contains(name))
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
        });
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(content);
        out.flush();
        var answer = Wire.read(
                new BufferedInputStream(socket.getInputStream()),
                exchange.getRequestMethod().equals("HEAD"));
        idle.push(socket);
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) throw new AssertionError("Never released");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(Duration time) {
        if (time.isZero()) return;
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        for (var socket : idle) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is gone.
            }
        }
    }
}

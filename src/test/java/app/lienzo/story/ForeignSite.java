package app.lienzo.story;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Somebody's shop, on an origin of its own, with our snippet in its page.
final class ForeignSite implements AutoCloseable {
    private final HttpServer server;

    ForeignSite(String snippet) {
        try (var page = Objects.requireNonNull(ForeignSite.class.getResourceAsStream("/samples/shop.html"))) {
            var html = new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("<!--snippet-->", snippet);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var body = html.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ForeignSite with(String tenant, String channel) {
        return new ForeignSite("<script src=\"" + Browsers.address(tenant) + "/widget.js\" data-channel=\"" + channel
                + "\" async></script>");
    }

    /// @param host `localhost`, or `127.0.0.1` for an origin that the sample channels do not know
    String address(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    String address() {
        return address("localhost");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

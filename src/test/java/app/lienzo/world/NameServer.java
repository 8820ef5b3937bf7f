package app.lienzo.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The whole domain name system of the tests: `pebble-challtestsrv` answers what it is told and nothing
/// else.
final class NameServer implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int port;
    private final int management;

    private NameServer(Process process, int port, int management) {
        this.process = process;
        this.port = port;
        this.management = management;
    }

    static NameServer start(Path binary, Path folder) throws IOException {
        int port = Ports.free();
        int management = Ports.free();
        var command = List.of(
                binary.toString(),
                "-dns01=127.0.0.1:" + port,
                "-management=127.0.0.1:" + management,
                "-http01=",
                "-https01=",
                "-tlsalpn01=",
                "-defaultIPv4=",
                "-defaultIPv6=");
        var process = AcmeServer.run(new ProcessBuilder(command), folder.resolve("names.log"));
        var server = new NameServer(process, port, management);
        AcmeServer.await(process, () -> server.post("clear-a", "{\"host\":\"ready.example.\"}"));
        return server;
    }

    int port() {
        return port;
    }

    void addresses(String command, String host, String... addresses) {
        tell(command, "{\"host\":\"%s.\",\"addresses\":[%s]}".formatted(host, quoted(addresses)));
    }

    void tell(String command, String json) {
        try {
            post(command, json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String history(String host) {
        try {
            return post("dns-request-history", "{\"host\":\"%s\"}".formatted(host));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String post(String command, String json) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/" + command))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new IOException(command + ": " + answer.statusCode() + " " + answer.body());
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String quoted(String... texts) {
        return Arrays.stream(texts).map(text -> '"' + text + '"').collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        AcmeServer.end(process);
    }
}

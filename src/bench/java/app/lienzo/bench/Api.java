package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// What an organization's owner does through the API while something else is measured.
final class Api {
    private final Site site;
    private final Organization organization;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(Site site, Organization organization) {
        this.site = site;
        this.organization = organization;
    }

    String get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    String send(String method, String path, String json) {
        return send(method, path, "application/json", BodyPublishers.ofString(json));
    }

    /// @return the answer's body
    /// @throws IllegalStateException when the answer is no success
    String send(String method, String path, String type, BodyPublisher body) {
        // The tenant is named by the Host header: not every resolver knows the names under localhost.
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + site.product().port() + path))
                .header("Host", organization.host())
                .header("Authorization", "Bearer " + organization.slug() + "-owner-token")
                .header("Content-Type", type)
                .method(method, body)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2)
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The id of what an answer is about.
    static String id(String json) {
        int at = json.indexOf("\"id\":\"") + 6;
        return json.substring(at, at + 36);
    }
}

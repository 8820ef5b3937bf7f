package app.lienzo.bench;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A request as it goes over the wire, and what its answer has to look like.
///
/// @param status the only status that is right
/// @param marker what a right answer's body holds
record Request(byte[] bytes, int status, byte[] marker) {

    /// Where a request goes and who sends it.
    ///
    /// @param headers whole lines, each with its line break
    record Sender(String host, String headers) {
        static Sender anonymous(String host) {
            return new Sender(host, "");
        }

        static Sender bearing(String host, String token) {
            return new Sender(host, "Authorization: Bearer " + token + "\r\n");
        }

        static Sender withCookie(String host, String session) {
            return new Sender(host, "Cookie: __Host-session=" + session + "\r\n");
        }

        Request get(String path, int status, String marker) {
            return of("GET " + path, "", null, status, marker);
        }

        Request post(String path, String json, @Nullable String key, int status, String marker) {
            return of("POST " + path, key == null ? "" : "Idempotency-Key: " + key + "\r\n", json, status, marker);
        }

        private Request of(String line, String more, @Nullable String json, int status, String marker) {
            var content = json == null ? "" : json;
            var text = new StringBuilder(512)
                    .append(line)
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(host)
                    .append("\r\n")
                    .append(headers)
                    .append(more);
            if (json != null) {
                text.append("Content-Type: application/json\r\nContent-Length: ")
                        .append(content.getBytes(StandardCharsets.UTF_8).length)
                        .append("\r\n");
            }
            return new Request(
                    text.append("\r\n").append(content).toString().getBytes(StandardCharsets.UTF_8),
                    status,
                    marker.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The next request of a worker. Called by many threads at once.
    @FunctionalInterface
    interface Source {
        Request next();
    }
}

package app.lienzo.bench;

import app.lienzo.world.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// nginx that picks its certificate by the name that is asked for, from files.
final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            daemon off; worker_processes 2; pid %1$s/nginx.pid; error_log %1$s/error.log; user root;
            events { worker_connections 4096; }
            http {
                access_log off; client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
                uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                server {
                    listen 127.0.0.1:%2$d ssl; ssl_protocols TLSv1.2 TLSv1.3;
                    ssl_certificate %1$s/$ssl_server_name.crt; ssl_certificate_key %1$s/$ssl_server_name.key;
                    location / { return 204; }
                }
            }
            """;

    private final Path folder;
    private final Process process;
    private final int port = Ports.free();

    Nginx(Domains domains) {
        try {
            folder = Files.createTempDirectory("lienzo-nginx");
            domains.write(folder);
            var file = Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(folder, port));
            process = new ProcessBuilder("nginx", "-c", file.toString(), "-p", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Tls.waitFor(port, domains.any());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            Report.say("Left behind: " + folder);
        }
    }
}

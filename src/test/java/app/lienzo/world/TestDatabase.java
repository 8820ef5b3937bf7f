package app.lienzo.world;

import app.lienzo.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// A fresh PostgreSQL, a mail server, a certificate authority and name server for one run of the tests; the
/// application connects as the role that serves and is no superuser.
@SuppressWarnings("NullAway.Init")
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = Path.of("target", "test-database");
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        if (Files.exists(FOLDER.resolve("cluster/postmaster.pid")))
            EmbeddedDatabase.start(FOLDER).stop();
        delete(FOLDER.resolve("cluster"));
        database = EmbeddedDatabase.start(FOLDER);
        var settings = new HashMap<>(database.settings());
        settings.put("lienzo.secret", database.secret());
        settings.put(
                "lienzo.samples", Path.of("tenants-sample").toAbsolutePath().toString());
        MailServer.open();
        settings.put("lienzo.mail.smtp-host", "127.0.0.1");
        settings.put("lienzo.mail.smtp-port", Integer.toString(MailServer.port()));
        settings.putAll(Pebble.open());
        var directory = EntraDirectory.open();
        settings.put("lienzo.imports.directory", directory);
        settings.put("lienzo.imports.directory-sign-in", directory);
        // It refuses what it was not told; then the other one is asked.
        settings.merge("lienzo.dns.servers", "127.0.0.1:" + LongRecords.open(), (names, more) -> more + "," + names);
        return settings;
    }

    @Override
    public void stop() {
        MailServer.close();
        EntraDirectory.close();
        LongRecords.close();
        Pebble.close();
        database.stop();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.lienzo;

import app.lienzo.database.EmbeddedDatabase;
import app.lienzo.leaks.BrandCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts the product; brings a database along when none is configured.
@QuarkusMain
public class Main {
    /// Where health and metrics are in production, which is where somebody configured a database.
    private static final String MANAGEMENT_PORT = "9000";

    /// @param arguments none to serve; or the name of an operator's tool, and what it is to work on
    public static void main(String... arguments) {
        boolean tool = arguments.length > 0 && arguments[0].equals(BrandCheck.NAME);
        if (tool) keepToItself();
        if (environment("QUARKUS_DATASOURCE_JDBC_URL", "quarkus.datasource.jdbc.url") == null) startDatabase(tool);
        else if (environment("LIENZO_MANAGEMENT_PORT", "lienzo.management.port") == null)
            System.setProperty("lienzo.management.port", MANAGEMENT_PORT);
        if (tool) Quarkus.run(BrandCheck.class, arguments);
        else Quarkus.run(arguments);
    }

    /// A tool runs beside a product that serves: it takes no port from it, and nobody finds it.
    private static void keepToItself() {
        System.setProperty("quarkus.http.host", "127.0.0.1");
        for (var port : List.of("quarkus.http.port", "quarkus.http.ssl-port", "lienzo.management.port"))
            System.setProperty(port, "0");
    }

    /// @param tool whether the database of a product that serves has to be left running
    private static void startDatabase(boolean tool) {
        var data = environment("LIENZO_DATA", "lienzo.data");
        var folder = Path.of(data == null ? "data" : data, "postgres");
        boolean shared = Files.exists(folder.resolve("cluster/postmaster.pid"));
        var database = EmbeddedDatabase.start(folder);
        database.settings().forEach(System::setProperty);
        if (environment("LIENZO_SECRET", "lienzo.secret") == null)
            System.setProperty("lienzo.secret", database.secret());
        if (!tool || !shared)
            Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "embedded-database-stop"));
    }

    private static @Nullable String environment(String variable, String property) {
        var value = System.getProperty(property);
        return value != null ? value : System.getenv(variable);
    }
}

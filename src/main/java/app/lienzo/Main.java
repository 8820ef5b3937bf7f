package app.lienzo;

import app.lienzo.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Starts the product; brings a database along when none is configured.
@QuarkusMain
public class Main {
    /// Where health and metrics are in production, which is where somebody configured a database.
    private static final String MANAGEMENT_PORT = "9000";

    /// @param arguments none are read
    public static void main(String... arguments) {
        if (environment("QUARKUS_DATASOURCE_JDBC_URL", "quarkus.datasource.jdbc.url") == null) startDatabase();
        else if (environment("LIENZO_MANAGEMENT_PORT", "lienzo.management.port") == null)
            System.setProperty("lienzo.management.port", MANAGEMENT_PORT);
        Quarkus.run(arguments);
    }

    private static void startDatabase() {
        var data = environment("LIENZO_DATA", "lienzo.data");
        var database = EmbeddedDatabase.start(Path.of(data == null ? "data" : data, "postgres"));
        database.settings().forEach(System::setProperty);
        if (environment("LIENZO_SECRET", "lienzo.secret") == null)
            System.setProperty("lienzo.secret", database.secret());
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "embedded-database-stop"));
    }

    private static @Nullable String environment(String variable, String property) {
        var value = System.getProperty(property);
        return value != null ? value : System.getenv(variable);
    }
}

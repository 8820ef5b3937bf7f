package app.lienzo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/run` with a program in the product's place that says how it was started.
class StartScriptTest {
    @TempDir
    Path folder;

    /// The program.
    static final class SaysHow {
        private SaysHow() {}

        public static void main(String[] arguments) {
            System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments());
        }
    }

    @BeforeEach
    void pack() throws IOException {
        var name = SaysHow.class.getName();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, name);
        var jar = folder.resolve("quarkus-run.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = Objects.requireNonNull(
                        getClass().getResourceAsStream("/" + name.replace('.', '/') + ".class"))) {
            out.putNextEntry(new JarEntry(name.replace('.', '/') + ".class"));
            code.transferTo(out);
        }
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        Files.writeString(folder.resolve("app.aot"), "");
    }

    @Test
    @DisplayName(
            "The cache of classes is used where it was made, and nowhere else: it names its place, and the JVM would stop")
    void the_cache_is_used_where_it_was_made() throws Exception {
        var place = folder.resolve("app.aot.place");
        Files.writeString(place, folder.toRealPath() + "\n");
        assertThat(run()).contains("-XX:+UseSerialGC").contains("-XX:AOTCache=" + folder.toRealPath() + "/app.aot");
        Files.writeString(place, "/somewhere/else\n");
        assertThat(run()).contains("-XX:+UseSerialGC", "left aside").doesNotContain("AOTCache");
        Files.delete(place);
        assertThat(run()).contains("-XX:+UseSerialGC", "left aside").doesNotContain("AOTCache");
    }

    private String run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bin/run").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LIENZO_APP", folder.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

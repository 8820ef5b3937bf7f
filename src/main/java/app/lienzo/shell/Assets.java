package app.lienzo.shell;

import app.lienzo.ui.ClassPath;
import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// Everything browsers load beside the brand, made once: the kit and our stylesheets in one, our
/// scripts, the icon font. It is begun at start, beside everything else; whoever asks before it is done
/// waits. Templates ask for addresses: `{inject:assets.path('app.css')}`.
///
/// Ours lie in the class path: `assets/css/*.css` goes into `app.css`, files of `assets/files` and
/// `assets/js` are served by their name in it.
///
/// A singleton: the proxy of another scope would make it all a second time.
@Named("assets")
@Singleton
@Startup
public class Assets {
    private record Made(Map<String, Asset> all, String version) {}

    private final CompletableFuture<Made> made = CompletableFuture.supplyAsync(
            Assets::make, work -> Thread.ofPlatform().name("assets").start(work));

    Assets() {}

    private static Made make() {
        var contents = new TreeMap<String, byte[]>();
        contents.putAll(ClassPath.folder("assets/files"));
        contents.putAll(ClassPath.folder("assets/js"));
        contents.put("htmx.js", ClassPath.webjar("htmx.org", "dist/htmx.min.js"));
        contents.put("app.css", bundle().getBytes(StandardCharsets.UTF_8));
        var all = new LinkedHashMap<String, Asset>();
        contents.forEach((name, content) -> {
            if (Asset.known(name)) all.put(name, Asset.of(name, content));
        });
        return new Made(all, hash(contents));
    }

    /// The address of an asset, which changes when any of them does.
    ///
    /// @throws IllegalArgumentException when there is none of this name: a typing error in a template
    public String path(String name) {
        var all = made.join().all();
        if (!all.containsKey(name)) throw new IllegalArgumentException("No asset " + name);
        return "/assets/" + getVersion() + "/" + name;
    }

    /// Twelve characters.
    public String getVersion() {
        return made.join().version();
    }

    public Optional<Asset> find(String name) {
        return Optional.ofNullable(made.join().all().get(name));
    }

    private static String bundle() {
        return Bundle.of(
                new String(ClassPath.webjar("tabler__core", "dist/css/tabler.min.css"), StandardCharsets.UTF_8),
                ClassPath.folder("assets/css"));
    }

    private static String hash(Map<String, byte[]> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package app.lienzo.shell;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Everything browsers load beside the brand, made once at start: the kit and our stylesheets in one,
/// our scripts, the icon font. Templates ask for addresses: `{inject:assets.path('app.css')}`.
///
/// Ours lie in the class path: `assets/css/*.css` goes into `app.css`, files of `assets/files` and
/// `assets/js` are served by their name in it.
@Named("assets")
@ApplicationScoped
@Startup
public class Assets {
    private final Map<String, Asset> all;
    private final String version;

    Assets() {
        var contents = new TreeMap<String, byte[]>();
        contents.putAll(ClassPath.folder("assets/files"));
        contents.putAll(ClassPath.folder("assets/js"));
        contents.put("htmx.js", ClassPath.webjar("htmx.org", "dist/htmx.min.js"));
        contents.put("app.css", bundle().getBytes(StandardCharsets.UTF_8));
        this.version = hash(contents);
        this.all = new LinkedHashMap<>();
        contents.forEach((name, content) -> {
            if (Asset.known(name)) all.put(name, Asset.of(name, content));
        });
    }

    /// The address of an asset, which changes when any of them does.
    ///
    /// @throws IllegalArgumentException when there is none of this name: a typing error in a template
    public String path(String name) {
        if (!all.containsKey(name)) throw new IllegalArgumentException("No asset " + name);
        return "/assets/" + version + "/" + name;
    }

    /// Twelve characters.
    public String getVersion() {
        return version;
    }

    public Optional<Asset> find(String name) {
        return Optional.ofNullable(all.get(name));
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

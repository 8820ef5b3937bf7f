package app.lienzo.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The one stylesheet of all pages: the kit in the lowest cascade layer, ours above it.
final class Bundle {
    private static final String LAYERS = "@layer kit, tokens, base, layout, console, pages;\n";

    /// In this order; any other file of ours follows by its name.
    private static final List<String> FIRST =
            List.of("icons.css", "tokens.css", "base.css", "layout.css", "console.css", "pages.css");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Bundle() {}

    static String of(String kit, Map<String, byte[]> ours) {
        var rest = new TreeMap<>(ours);
        var css = new StringBuilder(LAYERS);
        css.append("@layer kit{").append(Kit.whiteLabel(kit)).append("}\n");
        for (var name : FIRST) {
            var file = rest.remove(name);
            if (file != null) css.append(compact(file)).append('\n');
        }
        rest.values().forEach(file -> css.append(compact(file)).append('\n'));
        return css.toString();
    }

    /// Comments are for us.
    private static String compact(byte[] css) {
        var text = COMMENT.matcher(new String(css, StandardCharsets.UTF_8)).replaceAll("");
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}

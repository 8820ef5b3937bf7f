package app.lienzo.imports.web;

import app.lienzo.imports.Target;
import app.lienzo.ui.Words;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/// What targets are called: `{targets:name(target, inject:languages.tag)}`.
@TemplateExtension(namespace = "targets")
final class TargetTexts {
    private TargetTexts() {}

    static String name(Target target, String language) {
        return Words.text("imports", Locale.of(language), "target." + target.code());
    }
}

package app.lienzo.ui;

import java.util.Optional;

/// Port: what the person at the other end set as his language. Implemented by whoever knows him.
public interface LanguagePreference {
    Optional<String> language();
}

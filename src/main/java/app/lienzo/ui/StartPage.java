package app.lienzo.ui;

import java.util.Optional;

/// Port: a page that the person at hand is led to when he comes in, before where he works. The first that
/// has one counts.
public interface StartPage {
    Optional<String> path();
}

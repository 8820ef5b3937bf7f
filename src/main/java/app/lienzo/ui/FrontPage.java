package app.lienzo.ui;

import java.util.Optional;

/// Port: what stands at `/` of a host that serves something else than the application. The first that has a
/// page counts.
public interface FrontPage {
    Optional<Object> page();
}

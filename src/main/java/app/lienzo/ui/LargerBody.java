package app.lienzo.ui;

/// Port: a route whose requests may be larger than others'. Each feature contributes its own; what is larger than all
/// of
/// them is stopped by `quarkus.http.limits.max-body-size`.
public interface LargerBody {
    /// @param path normalised, without the query
    boolean fits(String verb, String path);

    long bytesMax();
}

package app.lienzo.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What is let in.
@ConfigMapping(prefix = "lienzo.files")
interface FileConfig {
    /// Bytes of one file. Keep `lienzo.ui.body-max` above it.
    @WithDefault("10M")
    MemorySize bytesMax();

    /// Width times height of a picture, before it is decoded.
    @WithDefault("25000000")
    long pixelsMax();

    /// Pixels on either side of a picture.
    @WithDefault("10000")
    int sideMax();

    /// Frames of an animation.
    @WithDefault("1000")
    int framesMax();

    /// Pixels on the longer side of a preview.
    @WithDefault("640")
    int previewSideMax();

    /// Pictures decoded at the same time on one replica; each may need 100 MB for a moment.
    @WithDefault("1")
    int decodingMax();
}

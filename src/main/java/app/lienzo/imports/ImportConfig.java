package app.lienzo.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Limits of imports, and where directories are.
@ConfigMapping(prefix = "lienzo.imports")
interface ImportConfig {
    /// A file; what is bigger is refused before it is read.
    @WithDefault("64M")
    MemorySize fileMax();

    /// What a form or an upload of a program has around its file.
    @WithDefault("64K")
    MemorySize envelopeMax();

    @WithDefault("200000")
    int rowsMax();

    @WithDefault("200")
    int columnsMax();

    /// Rows that are kept and worked on together.
    @WithDefault("500")
    int batch();

    /// Imports of one organization that go on at once.
    @WithDefault("3")
    int goingMax();

    /// Imports that are remembered of one organization.
    @WithDefault("500")
    int runsMax();

    /// Files of one organization that are read and wait for somebody to say go.
    @WithDefault("50")
    int waitingMax();

    /// How long an import is remembered after its end.
    @WithDefault("30d")
    Duration keptFor();

    /// One that nobody got on with for so long is taken up again.
    @WithDefault("30s")
    Duration staleAfter();

    /// Where Microsoft Entra ID signs programs in.
    @WithDefault("https://login.microsoftonline.com")
    URI directorySignIn();

    /// Where Microsoft Graph is.
    @WithDefault("https://graph.microsoft.com")
    URI directory();

    /// For an answer of a directory.
    @WithDefault("20s")
    Duration directoryPatience();

    /// One page of a directory.
    @WithDefault("8M")
    MemorySize directoryAnswerMax();
}

package app.lienzo.captcha;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much work a proof is, and how long it counts.
@ConfigMapping(prefix = "lienzo.captcha")
interface CaptchaConfig {
    /// Hashes that a browser tries at most; it finds the right one after half of them. A telephone tries some 50,000
    /// in a second.
    @WithDefault("60000")
    long workMax();

    /// Long enough to fill in a form.
    @WithDefault("30m")
    Duration time();
}

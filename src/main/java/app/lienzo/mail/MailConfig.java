package app.lienzo.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The installation's mail server, and how long mails are tried and kept.
@ConfigMapping(prefix = "lienzo.mail")
interface MailConfig {
    /// Without one, mails of organizations that have none of their own wait.
    Optional<String> smtpHost();

    @WithDefault("25")
    int smtpPort();

    Optional<String> smtpUser();

    Optional<String> smtpPassword();

    @WithDefault("OFFERED")
    RelaySecurity smtpSecurity();

    /// Sender of organizations that have none of their own. Left out: `no-reply` at the organization's host.
    Optional<String> from();

    /// Ports that an organization's own mail server may have; all where none are named.
    Optional<Set<Integer>> ports();

    /// Connecting to a mail server, and each answer of it.
    @WithDefault("20s")
    Duration patience();

    /// Pause after the first failed attempt; it doubles with each.
    @WithDefault("30s")
    Duration pause();

    @WithDefault("6h")
    Duration pauseMax();

    /// Pause while there is no server.
    @WithDefault("10m")
    Duration pauseWithoutServer();

    /// An attempt that says nothing for so long is believed to be interrupted.
    @WithDefault("10m")
    Duration lease();

    /// A mail that failed so often is given up.
    @WithDefault("15")
    int attemptsMax();

    /// A mail that could not be sent for so long is given up.
    @WithDefault("3d")
    Duration waitMax();

    /// How long the outbox remembers what was sent or given up.
    @WithDefault("30d")
    Duration kept();

    /// Mails shown per page of the outbox.
    @WithDefault("50")
    int pageMax();

    /// Mails at `/dev/mail`, per organization.
    @WithDefault("200")
    int shownMax();

    /// Tests of a mail server that one organization may make in ten minutes.
    @WithDefault("20")
    int testsMax();
}

package app.lienzo.acme;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which certificate authorities there are, and how much is asked of them.
@ConfigMapping(prefix = "lienzo.acme")
interface AcmeConfig {
    /// The first choice; without a directory nothing is ordered from it.
    @WithParentName
    AuthorityConfig first();

    /// More of them by name, for when the first ones fail.
    Map<String, AuthorityConfig> authorities();

    /// One authority. Naming its directory means agreeing to its terms.
    interface AuthorityConfig {
        /// The address of its directory (RFC 8555, 7.1.1).
        Optional<String> directory();

        /// A PEM file with the only roots that its own address is believed by; left out, those of the JDK.
        Optional<String> trust();

        /// External account binding, where it asks for one.
        Optional<String> eabKid();

        Optional<String> eabKey();

        /// What CAA records call it, such as `letsencrypt.org`; left out, CAA records do not choose.
        Optional<Set<String>> caa();

        /// Where it may write to.
        Optional<String> contact();

        /// Of its profiles; left out, it chooses.
        Optional<String> profile();

        /// The lower, the earlier it is asked.
        @WithDefault("100")
        int order();
    }

    /// How often a replica looks for work.
    @WithDefault("1s")
    Duration poll();

    /// Requests for proofs that are answered at once on one replica: more than authorities ever ask, and far
    /// fewer than there are connections to the database.
    @WithDefault("8")
    int answersAtOnceMax();

    /// New certificates that are worked on at once on one replica; nearly all of that is waiting for authorities.
    @WithDefault("32")
    int newAtOnceMax();

    /// Renewals at once, beside them: neither takes the other's room.
    @WithDefault("8")
    int renewalsAtOnceMax();

    /// What a replica took and did not finish in this time is taken by another one.
    @WithDefault("2m")
    Duration lease();

    /// Each answer of an authority.
    @WithDefault("20s")
    Duration patience();

    /// Between two looks at something the authority works on, when it does not say.
    @WithDefault("1s")
    Duration pause();

    /// An order that is not done by then is given up.
    @WithDefault("1h")
    Duration orderMax();

    /// Orders at one authority in an hour; new ones get two thirds of it, so that renewals always find some
    /// left.
    @WithDefault("90")
    int ordersPerHourMax();

    /// New certificates of one organization in an hour.
    @WithDefault("30")
    int ordersPerOrganizationMax();

    /// Failures of one host in an hour. Authorities lock a host out at five.
    @WithDefault("3")
    int failuresPerHostMax();

    /// How long one host's answer "too many" keeps us from asking for others.
    @WithDefault("1h")
    Duration quietMax();

    @WithDefault("6h")
    Duration backOffMax();

    /// Between two requests of a person to try at once.
    @WithDefault("1m")
    Duration askAgainMin();

    /// Steps remembered of each host.
    @WithDefault("50")
    int historyMax();

    /// How often an authority is asked when it would like a renewal, when it does not say.
    @WithDefault("6h")
    Duration renewalInfo();
}

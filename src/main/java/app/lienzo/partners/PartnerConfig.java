package app.lienzo.partners;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How applications are taken in and answered.
@ConfigMapping(prefix = "lienzo.partners")
public interface PartnerConfig {
    /// Hours by the clock on the wall from the confirmed address to the answer.
    @WithDefault("72")
    int answerHours();

    /// Who is written to when an application is overdue. Left out: every operator.
    Optional<String> escalationAddress();

    /// The time in which an address has to be confirmed; what is not, is forgotten.
    @WithDefault("48h")
    Duration confirmWithin();

    /// No person fills the form in faster.
    @WithDefault("3s")
    Duration formTimeMin();

    /// A form that lies open longer is given anew.
    @WithDefault("12h")
    Duration formTimeMax();

    /// In a crowd from one network (/24 of IPv4, /48 of IPv6) those that have waited longer make room for the next.
    @WithDefault("2h")
    Duration confirmWithinCrowded();

    /// Applications from one network address (IPv4, or /64 of IPv6).
    @WithDefault("10")
    int requestsMax();

    /// Applications from one network (/24, /48).
    @WithDefault("60")
    int requestsWideMax();

    /// Forms from one network address that are told what is wrong with them, free names among it.
    @WithDefault("60")
    int looksMax();

    /// The same for one network.
    @WithDefault("300")
    int looksWideMax();

    /// The time in which applications and looks are counted.
    @WithDefault("1h")
    Duration requestsWithin();

    /// Challenges that one network address gets in a minute.
    @WithDefault("60")
    int challengesMax();

    /// Letters to one mailbox that nobody has confirmed, in a day.
    @WithDefault("3")
    int mailsMax();

    /// Applications that wait for their address to be confirmed.
    @WithDefault("10000")
    int unconfirmedMax();

    /// The same of one network.
    @WithDefault("200")
    int unconfirmedWideMax();

    /// Lines of an application's history, notes among them.
    @WithDefault("500")
    int linesMax();

    /// Applications that look like the one at hand.
    @WithDefault("10")
    int doublesMax();

    /// Rows of a page of the list.
    @WithDefault("50")
    int pageMax();

    /// For how long after the answer the applicant's link shows it.
    @WithDefault("P180D")
    Duration followWithin();
}

package app.lienzo.optout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long an operator has, and who is told.
@ConfigMapping(prefix = "lienzo.optout")
interface OptOutConfig {
    /// Business days that an operator has from the day of the request on.
    @WithDefault("7")
    int days();

    /// Business days left at which operators are reminded.
    @WithDefault("3,1")
    List<Integer> reminders();

    /// Business days that are left at most once the organization has asked support.
    @WithDefault("2")
    int escalatedDays();

    /// How long after one escalation another one may follow.
    @WithDefault("24h")
    Duration escalateAgainMin();

    /// Who is told of escalations and of what is overdue, beside the operators. Left out: nobody else.
    Optional<String> supportAddress();

    /// Requests that one organization may make; most need one.
    @WithDefault("20")
    int requestsMax();

    /// Requests per page of the queue.
    @WithDefault("50")
    int pageMax();

    /// Operators who get mail about requests.
    @WithDefault("50")
    int operatorsMax();
}

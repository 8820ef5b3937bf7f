package app.lienzo.identity.web;

import app.lienzo.kernel.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long a token for a program is to live, as the form offers it.
enum TokenLifetime {
    MONTH("30"),
    QUARTER("90"),
    YEAR("365"),
    /// To the end of a day of one's own.
    CHOSEN("day"),
    NEVER("never");

    private final String value;

    TokenLifetime(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    static TokenLifetime read(@Nullable String value) {
        return Arrays.stream(values())
                .filter(lifetime -> lifetime.value.equals(value))
                .findFirst()
                .orElse(MONTH);
    }

    /// @param lastDay `yyyy-mm-dd`, for [#CHOSEN]
    /// @return null for no end
    /// @throws Refused `token-day-missing`
    @Nullable
    Instant end(@Nullable String lastDay, ZoneId zone, Clock clock) {
        return switch (this) {
            case MONTH, QUARTER, YEAR -> clock.instant().plus(Duration.ofDays(Long.parseLong(value)));
            case CHOSEN -> day(lastDay).plusDays(1).atStartOfDay(zone).toInstant();
            case NEVER -> null;
        };
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            if (typed != null && typed.length() == 10) return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            // Said below.
        }
        throw Refused.invalid("token-day-missing");
    }
}

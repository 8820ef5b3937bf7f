package app.lienzo.partners;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says when an empty form was given out and which submission it becomes; signed, so that nobody makes his own.
@ApplicationScoped
public class FormStamp {
    private static final String PURPOSE = "partner-form";
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    private final Signatures signatures;
    private final PartnerConfig config;
    private final Clock clock;

    FormStamp(Signatures signatures, PartnerConfig config, Clock clock) {
        this.signatures = signatures;
        this.config = config;
        this.clock = clock;
    }

    public String fresh() {
        var text = clock.millis() + "." + Ids.next();
        return text + "." + signatures.sign(PURPOSE, text);
    }

    /// The submission of a form that was neither filled in faster than a person can nor lay open for too long.
    ///
    /// @throws Refused `form-stale` also for one that is not ours, `form-too-fast`
    public UUID submission(@Nullable String stamp) {
        var found = FORM.matcher(stamp == null ? "" : stamp);
        if (!found.matches()) throw stale();
        var text = found.group(1) + "." + found.group(2);
        if (!signatures.signed(PURPOSE, text, found.group(3))) throw stale();
        var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(found.group(1))), clock.instant());
        if (age.compareTo(config.formTimeMax()) > 0) throw stale();
        if (age.compareTo(config.formTimeMin()) < 0) throw Refused.invalid("form-too-fast");
        return Ids.read(found.group(2)).orElseThrow(FormStamp::stale);
    }

    private static Refused stale() {
        return Refused.invalid("form-stale");
    }
}

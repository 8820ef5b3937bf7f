package app.lienzo.sender;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.DnsFault;
import java.time.Duration;

/// How much one check may ask: who wrote the records decides how much there is to ask.
final class Allowance {
    private final long end;
    private int left;

    Allowance(int questions, Duration time) {
        this.left = questions;
        this.end = System.nanoTime() + time.toNanos();
    }

    /// The same way of asking, as long as there is something left.
    Lookup of(Lookup lookup) {
        return (name, type) -> {
            if (left-- <= 0) return new DnsAnswer.Unanswered(DnsFault.TOO_MUCH);
            return System.nanoTime() - end < 0 ? lookup.ask(name, type) : new DnsAnswer.Unanswered(DnsFault.TIMEOUT);
        };
    }
}

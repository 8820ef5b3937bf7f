package app.lienzo.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/// Servers that know the same: one after the other is asked until one gives an answer.
///
/// @param direct whether they must know it themselves (a zone's own), instead of asking others
record Servers(List<InetSocketAddress> addresses, boolean direct, Duration patience) {
    private static final int ROUNDS = 2;

    Message ask(Record question, Budget budget) throws CouldNotAsk {
        var fault = DnsFault.TIMEOUT;
        for (int round = 0; round < ROUNDS; round++) {
            for (var server : addresses) {
                try {
                    var answer = Wire.ask(server, question, !direct, budget, patience);
                    var wrong = fault(answer);
                    if (wrong == null) return answer;
                    fault = wrong;
                } catch (IOException _) {
                    // The next one may be there.
                }
            }
        }
        throw new CouldNotAsk(fault);
    }

    private @Nullable DnsFault fault(Message answer) {
        return switch (answer.getRcode()) {
            case Rcode.NOERROR, Rcode.NXDOMAIN ->
                direct && !answer.getHeader().getFlag(Flags.AA) ? DnsFault.SERVFAIL : null;
            case Rcode.REFUSED, Rcode.NOTAUTH -> DnsFault.REFUSED;
            default -> DnsFault.SERVFAIL;
        };
    }
}

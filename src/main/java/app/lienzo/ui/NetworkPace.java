package app.lienzo.ui;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;

/// How often one network address may do something at the organization at hand, as [Pace] counts it.
public final class NetworkPace {
    private static final int NETWORK_BYTES = 8;

    private final Scope scope;
    private final Pace pace;

    /// @param code of the refusal when it was too often
    public NetworkPace(Scope scope, int most, Duration within, String code) {
        this.scope = scope;
        this.pace = new Pace(most, within, code);
    }

    /// @throws Refused with this pace's code
    public void count(String address) {
        pace.count(key(address));
    }

    /// Looks whether one more would be let through, without counting it.
    ///
    /// @throws Refused with this pace's code
    public void check(String address) {
        pace.check(key(address));
    }

    private String key(String address) {
        return scope.organization().id() + " " + network(address);
    }

    /// Whoever has one IPv6 address has the 2^64 beside it.
    static String network(String address) {
        if (!address.contains(":")) return address;
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return Secrets.hex(bytes.length <= NETWORK_BYTES ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}

package app.lienzo.ui;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// How often one network address may do something at the organization at hand, as [Pace] counts it.
public final class NetworkPace {
    private final Scope scope;
    private final Pace pace;
    private final UnaryOperator<String> network;

    /// @param code of the refusal when it was too often
    public NetworkPace(Scope scope, int most, Duration within, String code) {
        this(scope, most, within, code, Network::near);
    }

    private NetworkPace(Scope scope, int most, Duration within, String code, UnaryOperator<String> network) {
        this.scope = scope;
        this.pace = new Pace(most, within, code);
        this.network = network;
    }

    /// The same for all that one subscriber may have at once: it stands beside the narrower one, which whoever has many
    /// networks goes around.
    public static NetworkPace wide(Scope scope, int most, Duration within, String code) {
        return new NetworkPace(scope, most, within, code, Network::wide);
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
        return scope.organization().id() + " " + network.apply(address);
    }
}

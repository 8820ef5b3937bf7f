package app.lienzo.partners;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signatures;
import app.lienzo.ui.Network;
import app.lienzo.ui.NetworkPace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Where applications wait for their address to be confirmed: a flood from one network fills its own corner and no
/// more. Networks are kept as a signature of them, until the address is confirmed.
@ApplicationScoped
class WaitingRoom {
    private static final String PURPOSE = "partner-network";
    private static final String OFTEN = "applications-too-often";

    private final UnconfirmedApplications applications;
    private final Signatures signatures;
    private final PartnerConfig config;
    private final NetworkPace looks;
    private final NetworkPace looksWide;
    private final NetworkPace requests;
    private final NetworkPace requestsWide;

    WaitingRoom(UnconfirmedApplications applications, Signatures signatures, PartnerConfig config, Scope scope) {
        this.applications = applications;
        this.signatures = signatures;
        this.config = config;
        var within = config.requestsWithin();
        this.looks = new NetworkPace(scope, config.looksMax(), within, OFTEN);
        this.looksWide = NetworkPace.wide(scope, config.looksWideMax(), within, OFTEN);
        this.requests = new NetworkPace(scope, config.requestsMax(), within, OFTEN);
        this.requestsWide = NetworkPace.wide(scope, config.requestsWideMax(), within, OFTEN);
    }

    /// Somebody wants to know what is wrong with what he typed, free names among it.
    ///
    /// @throws Refused `applications-too-often`
    void look(String address) {
        looks.count(address);
        looksWide.count(address);
    }

    /// Somebody applies.
    ///
    /// @throws Refused `applications-too-often`
    void knock(String address) {
        requests.count(address);
        requestsWide.count(address);
    }

    /// A place for one more.
    ///
    /// @return its network
    /// @throws Refused `applications-too-many` when those of its own network wait already, or fill the house
    String place(String address, Instant now) {
        var network = signatures.sign(PURPOSE, Network.wide(address));
        if (applications.countOf(network) >= config.unconfirmedWideMax()) {
            int gone = applications.forgetOf(network, now.minus(config.confirmWithinCrowded()));
            if (gone == 0) throw crowded();
        }
        if (applications.count(config.unconfirmedMax()) >= config.unconfirmedMax() && !applications.makeRoom(network))
            throw crowded();
        return network;
    }

    private Refused crowded() {
        return Refused.tooMany(
                "applications-too-many", config.confirmWithinCrowded().toSeconds());
    }
}

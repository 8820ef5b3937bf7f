package app.lienzo.operators;

import app.lienzo.channels.ChannelRequestService;
import app.lienzo.channels.ChannelRequestState;
import app.lienzo.channels.ChannelRequestView;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Where operators decide requests for channels.
@ApplicationScoped
public class ChannelRequestDesk {
    private static final int SHOWN_MAX = 100;
    private static final int DECIDED_MAX = 20;
    private static final int REASON_MAX = 1_000;

    private final ChannelRequestService requests;
    private final OrganizationCareService care;
    private final Journal journal;
    private final Scope scope;

    ChannelRequestDesk(ChannelRequestService requests, OrganizationCareService care, Journal journal, Scope scope) {
        this.requests = requests;
        this.care = care;
        this.journal = journal;
        this.scope = scope;
    }

    /// What waits, the oldest first.
    public List<ChannelRequestView> queue(SignedIn me) {
        OrganizationCareService.require(me);
        return requests.queue(SHOWN_MAX);
    }

    /// What was decided last.
    public List<ChannelRequestView> decided(SignedIn me) {
        OrganizationCareService.require(me);
        return requests.decided(DECIDED_MAX);
    }

    /// @throws Refused not found, `channel-request-decided`
    public void activate(SignedIn me, String organization, UUID id, String said) {
        decide(me, organization, id, ChannelRequestState.ACTIVATED, SafeText.line(said, REASON_MAX));
    }

    /// @throws Refused not found, `reason-missing`, `channel-request-decided`
    public void decline(SignedIn me, String organization, UUID id, String reason) {
        decide(me, organization, id, ChannelRequestState.DECLINED, OrganizationCareService.reason(reason));
    }

    private void decide(SignedIn me, String organization, UUID id, ChannelRequestState state, String reason) {
        var found = care.require(me, organization);
        scope.run(
                found.organization(),
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    requests.decide(id, state, reason);
                    if (state == ChannelRequestState.ACTIVATED)
                        journal.write(me.actor(), "channel-request-activated", "", reason);
                    else journal.write(me.actor(), "channel-request-declined", "", reason);
                }));
    }
}

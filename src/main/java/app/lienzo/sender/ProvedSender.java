package app.lienzo.sender;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.mail.SenderGate;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets mails go out under a sender that DNS proves, signed with a key that DNS shows.
@ApplicationScoped
class ProvedSender implements SenderGate {
    private final Senders senders;
    private final SenderKeys keys;

    ProvedSender(Senders senders, SenderKeys keys) {
        this.senders = senders;
        this.keys = keys;
    }

    @Override
    public Standing of(String address) {
        var domain = EmailAddress.domain(address);
        var sender = senders.find(domain);
        if (sender.isEmpty()) return Standing.UNPROVED;
        var signature = keys.of(domain).stream()
                .filter(key -> key.state() == KeyState.ACTIVE && sender.get().shows(key))
                .findFirst()
                .flatMap(key -> keys.privateKey(key.id()).map(secret -> new Signature(domain, key.selector(), secret)))
                .orElse(null);
        return new Standing(sender.get().proved() && signature != null, signature);
    }
}

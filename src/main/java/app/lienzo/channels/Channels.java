package app.lienzo.channels;

import app.lienzo.conversations.ChannelLabel;
import app.lienzo.kernel.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Channels implements PanacheRepositoryBase<Channel, UUID> {
    Channel require(UUID id) {
        return findByIdOptional(id).orElseThrow(Refused::notFound);
    }

    /// Asked at the edge too, before a request has a context of its own; Hibernate asks no tenant
    /// resolver without one.
    @ActivateRequestContext
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<ChannelView> withKey(String key) {
        return find("key", key).firstResultOptional().map(Channel::view);
    }

    @ActivateRequestContext
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    ChannelLabel label(UUID id) {
        var channel = require(id);
        return new ChannelLabel(channel.space, channel.kind.name(), channel.name);
    }
}

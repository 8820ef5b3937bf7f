package app.lienzo.channels;

import app.lienzo.audit.AuditTrail;
import app.lienzo.conversations.ChannelDirectory;
import app.lienzo.conversations.ChannelLabel;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The door to channels. What visitors ask for is answered from memory.
@ApplicationScoped
public class ChannelService implements ChannelDirectory {
    private static final String CHANGED = "channels";

    /// Told to all replicas, with the organization's id, a space and the channel's.
    static final String TURNED_OFF = "channel-off";

    private static final int CACHE_MAX = 20_000;
    private static final int CHANNELS_SHOWN_MAX = 200;

    private record Key(String organization, String key) {}

    private record Id(String organization, UUID id) {}

    private final Cache<Key, Optional<ChannelView>> byKey = Caffeine.newBuilder()
            .maximumSize(CACHE_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final Cache<Id, ChannelLabel> labels = Caffeine.newBuilder()
            .maximumSize(CACHE_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final Channels channels;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final Scope scope;
    private final Signals signals;
    private final Clock clock;

    ChannelService(
            Channels channels, SpaceService spaces, AuditTrail audit, Scope scope, Signals signals, Clock clock) {
        this.channels = channels;
        this.spaces = spaces;
        this.audit = audit;
        this.scope = scope;
        this.signals = signals;
        this.clock = clock;
        signals.listen(CHANGED, _ -> {
            byKey.invalidateAll();
            labels.invalidateAll();
        });
    }

    /// The channels of the spaces where the member may see them.
    @Transactional
    public List<ChannelView> list(SignedIn me) {
        return channels
                .find("space in ?1 order by name, id", spaces.inUse(me, Permission.CHANNELS_SEE))
                .page(0, CHANNELS_SHOWN_MAX)
                .list()
                .stream()
                .map(Channel::view)
                .toList();
    }

    @Transactional
    public ChannelView require(SignedIn me, UUID id) {
        var channel = channels.require(id);
        me.require(Permission.CHANNELS_SEE, channel.space);
        return channel.view();
    }

    /// Adds a live chat to a space.
    ///
    /// @throws Refused what [LiveChatSettings#checked] refuses
    @Transactional
    public ChannelView addLiveChat(SignedIn me, UUID space, LiveChatSettings settings) {
        me.require(Permission.CHANNELS_MANAGE, space);
        spaces.requireInUse(space);
        var key = Secrets.hex(Secrets.bytes(8)).toLowerCase(Locale.ROOT);
        var added = add(space, key, Secrets.token(), settings);
        audit.record(me.actor(), "channel-created", "channel", added.id());
        return added;
    }

    /// Adds a live chat under a key that is known before, for set-up from files. Not checked against a
    /// member's rights.
    @Transactional
    public ChannelView add(UUID space, String key, String identitySecret, LiveChatSettings settings) {
        var channel =
                new Channel(space, ChannelKind.LIVE_CHAT, key, identitySecret, settings.checked(), clock.instant());
        channels.persistAndFlush(channel);
        signals.tell(CHANGED, scope.organization().id());
        return channel.view();
    }

    @Transactional
    public ChannelView configure(SignedIn me, UUID id, LiveChatSettings settings) {
        var channel = managed(me, id);
        channel.configure(settings.checked());
        return changed(me, channel, "channel-configured");
    }

    @Transactional
    public ChannelView turn(SignedIn me, UUID id, boolean on) {
        var channel = managed(me, id);
        channel.turn(on ? ChannelState.ACTIVE : ChannelState.OFF);
        if (!on) signals.tell(TURNED_OFF, scope.organization().id() + " " + channel.id);
        return changed(me, channel, on ? "channel-turned-on" : "channel-turned-off");
    }

    /// The channel with this key, whatever its state, from memory.
    public Optional<ChannelView> withKey(String key) {
        // Whatever a stranger invents is neither looked up nor remembered.
        if (!Channel.KEY.matcher(key).matches()) return Optional.empty();
        return byKey.get(new Key(scope.organization().id(), key), wanted -> channels.withKey(wanted.key()));
    }

    @Override
    public ChannelLabel label(UUID channel) {
        return labels.get(new Id(scope.organization().id(), channel), wanted -> channels.label(wanted.id()));
    }

    private Channel managed(SignedIn me, UUID id) {
        var channel = channels.require(id);
        me.require(Permission.CHANNELS_MANAGE, channel.space);
        spaces.requireInUse(channel.space);
        return channel;
    }

    private ChannelView changed(SignedIn me, Channel channel, String action) {
        audit.record(me.actor(), action, "channel", channel.id);
        signals.tell(CHANGED, scope.organization().id());
        return channel.view();
    }
}

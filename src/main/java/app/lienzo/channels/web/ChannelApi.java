package app.lienzo.channels.web;

import app.lienzo.channels.ChannelService;
import app.lienzo.channels.ChannelView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Channels for programs.
@Path("/api/v1/channels")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ChannelApi {
    private final ChannelService channels;
    private final CurrentMember current;

    ChannelApi(ChannelService channels, CurrentMember current) {
        this.channels = channels;
        this.current = current;
    }

    /// @param kind `live-chat`
    /// @param state `active`, `pending`, `failing` or `off`
    /// @param key what the widget's snippet names it by
    public record ChannelItem(
            UUID id, UUID space, String kind, String state, String name, String key, List<String> origins) {
        static ChannelItem of(ChannelView channel) {
            return new ChannelItem(
                    channel.id(),
                    channel.space(),
                    channel.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    channel.state().name().toLowerCase(Locale.ROOT),
                    channel.settings().name(),
                    channel.key(),
                    channel.settings().origins());
        }
    }

    @GET
    @PermissionsAllowed(Permission.Name.CHANNELS_SEE)
    public List<ChannelItem> list() {
        return channels.list(current.get()).stream().map(ChannelItem::of).toList();
    }
}

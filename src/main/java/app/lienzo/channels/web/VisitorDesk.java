package app.lienzo.channels.web;

import app.lienzo.channels.ChannelService;
import app.lienzo.channels.ChannelView;
import app.lienzo.channels.VisitorService;
import app.lienzo.channels.VisitorView;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Checks what a widget's request brings: the channel's key and the visitor's token.
@ApplicationScoped
class VisitorDesk {
    private static final String BEARER = "Bearer ";

    private final ChannelService channels;
    private final VisitorService visitors;
    private final SpaceService spaces;

    VisitorDesk(ChannelService channels, VisitorService visitors, SpaceService spaces) {
        this.channels = channels;
        this.visitors = visitors;
        this.spaces = spaces;
    }

    /// @throws Refused not found, also for a channel that is off
    ChannelView open(String key) {
        return channels.withKey(key).filter(ChannelView::on).orElseThrow(Refused::notFound);
    }

    /// One that takes something new. What was said before can still be read in an archived space.
    ///
    /// @throws Refused `chat-archived`, and as [#open]
    ChannelView taking(String key) {
        var channel = open(key);
        if (spaces.archived(channel.space())) throw Refused.conflict("chat-archived");
        return channel;
    }

    /// A visitor who brings something.
    ///
    /// @throws Refused as [#taking], `contact-blocked`
    VisitorView bringer(String key, @Nullable String authorization) {
        var visitor = visitor(key, authorization);
        taking(key);
        if (visitor.blocked()) throw Refused.forbidden("contact-blocked");
        return visitor;
    }

    /// @param authorization the header as it came
    /// @throws UnauthorizedException when the token is not one of this channel: the widget then asks
    ///     for a new one
    VisitorView visitor(String key, @Nullable String authorization) {
        var channel = open(key);
        if (authorization == null || !authorization.startsWith(BEARER)) throw new UnauthorizedException();
        return visitors.find(channel, authorization.substring(BEARER.length())).orElseThrow(UnauthorizedException::new);
    }
}

package app.lienzo.channels.web;

import app.lienzo.channels.ChannelService;
import app.lienzo.channels.ChannelView;
import app.lienzo.channels.VisitorService;
import app.lienzo.channels.VisitorView;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Checks what a widget's request brings: the channel's key and the visitor's token.
@ApplicationScoped
class VisitorDesk {
    private static final String BEARER = "Bearer ";

    private final ChannelService channels;
    private final VisitorService visitors;
    private final Scope scope;

    VisitorDesk(ChannelService channels, VisitorService visitors, Scope scope) {
        this.channels = channels;
        this.visitors = visitors;
        this.scope = scope;
    }

    /// @throws Refused not found, also for a channel that is off, and on the platform's own host
    ChannelView open(String key) {
        if (scope.find().isEmpty()) throw Refused.notFound();
        return channels.withKey(key).filter(ChannelView::on).orElseThrow(Refused::notFound);
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

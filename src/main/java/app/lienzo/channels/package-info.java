/// Channels: the connected inboxes of a space, the live chat and its widget first. Nouns: channel,
/// visitor, origin. Implements the ports `conversations.ChannelDirectory`
/// and `portal.PortalChat`. Surprise: a visitor is
/// authorised by a bearer token of his own, not by a cookie, because the widget lives on other people's
/// sites.
@NullMarked
package app.lienzo.channels;

import org.jspecify.annotations.NullMarked;

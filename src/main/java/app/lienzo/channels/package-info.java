/// Channels: the connected inboxes of a space, the live chat and its widget first. Nouns: channel,
/// visitor, origin. Implements the port `conversations.ChannelDirectory`. Surprise: a visitor is
/// authorised by a bearer token of his own, not by a cookie, because the widget lives on other people's
/// sites.
@NullMarked
package app.lienzo.channels;

import org.jspecify.annotations.NullMarked;

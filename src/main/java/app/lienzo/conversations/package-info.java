/// Conversations: messages with one contact over one channel, the inbox they arrive in, the one member
/// who holds each, the console. Nouns: conversation, message, tray, draft. Writes `message`, `note`,
/// `system`, `state`, `left`, `read` and `seen` to the event log. Surprise: what is in progress is
/// visible to its holder and the space's Managers only, and that is decided in SQL, in one place
/// ([Visibility]). Hears `MemberLeft` and `SpaceLeft`: what the member held goes back.
@NullMarked
package app.lienzo.conversations;

import org.jspecify.annotations.NullMarked;

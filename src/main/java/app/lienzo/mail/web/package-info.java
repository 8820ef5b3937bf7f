/// The edge of outgoing mail: the outbox, the editor of templates, the mail server's settings, and the
/// mailbox page of development.
@NullMarked
package app.lienzo.mail.web;

import org.jspecify.annotations.NullMarked;

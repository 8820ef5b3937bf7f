/// Outgoing mail: a feature hands in a letter within its transaction, a job delivers it after the commit.
/// Nouns: letter, kind, template, outbox, relay. Port: [MailKind], one bean for each kind of mail. Fires
/// and hears no events. Surprise: the content of a mail is sealed while it waits and gone once it is
/// sent, because the links in it open doors.
@NullMarked
package app.lienzo.mail;

import org.jspecify.annotations.NullMarked;

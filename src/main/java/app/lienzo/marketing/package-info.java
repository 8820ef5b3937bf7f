/// The platform's mails to the people of organizations, and who gets none. Nouns: marketing list, suppression,
/// campaign,
/// recipient. Hears [app.lienzo.identity.MemberAdded] and its like, which fill the list; fires no events. Surprise:
/// suppression is asked for in the statement that claims a recipient, a moment before the mail goes out, and is kept as
/// hashes that outlive people, accounts and organizations (ADR 0028).
@NullMarked
package app.lienzo.marketing;

import org.jspecify.annotations.NullMarked;

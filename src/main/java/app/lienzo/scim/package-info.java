/// People provisioned by a directory such as Microsoft Entra ID or Okta: SCIM 2.0 (RFC 7643, RFC 7644)
/// over the organization's members. Nouns: user, token, filter, change. Fires and hears no events;
/// `identity` fires its own when a member is made, changed or leaves. Surprise: it has no users of its own,
/// only what directories want to read back of a member and nobody else asks for.
@NullMarked
package app.lienzo.scim;

import org.jspecify.annotations.NullMarked;

/// Spaces: a client's workspace inside an organization, and who is Manager or Agent there. Implements
/// the port `identity.SpaceRoles`, declares [InvitationGuard]. Fires [SpaceLeft].
@NullMarked
package app.lienzo.spaces;

import org.jspecify.annotations.NullMarked;

package app.lienzo.identity;

import app.lienzo.audit.Actor;
import app.lienzo.kernel.Refused;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The member behind a request and what he may do. A snapshot: changed rights make a new one before the
/// next request.
///
/// @param organization the tenant he belongs to; compared with the request's at every use
/// @param notices what his browser tells him of
/// @param timeZone an IANA zone; null for the organization's
/// @param avatar file of his picture; null for none
/// @param reach how far the token reaches he came by; all of it for a session
/// @param session the session or API token it came by; keys the form tokens
/// @param byCookie whether a browser sent it by itself, so that changes need a form token
/// @param spaces his role in each space he works in; every space for an Owner
public record SignedIn(
        String organization,
        UUID member,
        String userName,
        String name,
        String email,
        OrganizationRole role,
        @Nullable String language,
        Theme theme,
        boolean sound,
        Set<Notice> notices,
        @Nullable String timeZone,
        @Nullable UUID avatar,
        TokenReach reach,
        UUID session,
        boolean byCookie,
        Map<UUID, SpaceRole> spaces)
        implements Principal {

    @Override
    public String getName() {
        return name;
    }

    /// Whether he came to look, in a browser, and changes nothing.
    public boolean looksOnly() {
        return byCookie && reach.readOnly();
    }

    /// Whether it is somebody of the staff who looks through his eyes; a pass of the product itself is none.
    public boolean visited() {
        return looksOnly() && reach.permissions() != null;
    }

    /// Whether he may do it somewhere.
    public boolean may(Permission permission) {
        return reach.includes(permission)
                && (permission.grantedTo(role) || spaces.values().stream().anyMatch(permission::grantedTo));
    }

    public boolean may(Permission permission, UUID space) {
        var inSpace = spaces.get(space);
        return inSpace != null
                && reach.includes(permission)
                && (permission.grantedTo(role) || permission.grantedTo(inSpace));
    }

    /// The spaces where he may do it.
    public Set<UUID> spacesWith(Permission permission) {
        return spaces.keySet().stream().filter(space -> may(permission, space)).collect(Collectors.toUnmodifiableSet());
    }

    /// @throws Refused as if the space were not there when he has no part in it, as forbidden when his
    ///     role is not enough
    public void require(Permission permission, UUID space) {
        if (!spaces.containsKey(space)) throw Refused.notFound();
        if (!may(permission, space)) throw Refused.forbidden("forbidden");
    }

    /// The same with other spaces to work in.
    SignedIn in(Map<UUID, SpaceRole> others) {
        return new SignedIn(
                organization,
                member,
                userName,
                name,
                email,
                role,
                language,
                theme,
                sound,
                notices,
                timeZone,
                avatar,
                reach,
                session,
                byCookie,
                others);
    }

    public Actor actor() {
        return new Actor(member, name, null);
    }
}

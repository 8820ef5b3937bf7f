package app.lienzo.spaces;

import app.lienzo.identity.MemberView;
import app.lienzo.identity.SpaceRole;

/// Somebody who works in a space.
public record SpacePerson(MemberView member, SpaceRole role) {}

package app.lienzo.identity;

import java.util.UUID;

/// A member's level in the organization is another one now.
public record LevelChanged(UUID member, OrganizationRole before, OrganizationRole now) {}

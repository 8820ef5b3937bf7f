package app.lienzo.sla;

import java.util.UUID;

/// What holds for a support plan.
///
/// @param version 0 for one that nobody set up
public record PolicyView(UUID supportPlan, PolicySettings settings, int version) {}

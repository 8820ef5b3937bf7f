package app.lienzo.spaces;

/// A space with how much there is in it.
///
/// @param openConversations waiting or in progress
public record SpaceOverview(SpaceView space, long people, long channels, long openConversations) {}

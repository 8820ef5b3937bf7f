package app.lienzo.portal;

import app.lienzo.portalaccess.PortalSite;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.Vocabulary;
import org.jspecify.annotations.Nullable;

/// A space's own site as its customers find it.
///
/// @param vocabulary what customers are called here (SO-2)
/// @param chat the public key of the live chat; null for a space without one
public record PortalView(
        SpaceView space, Vocabulary vocabulary, @Nullable String chat, PortalSite site) {}

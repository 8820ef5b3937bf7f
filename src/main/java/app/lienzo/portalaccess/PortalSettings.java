package app.lienzo.portalaccess;

/// How a space's portal is set up.
///
/// @param open whether it is there at all
/// @param priority whether customers say how pressing a ticket is; when not, the team does
public record PortalSettings(boolean open, boolean priority) {
    static final PortalSettings USUAL = new PortalSettings(true, true);
}

package app.lienzo.portalaccess;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a contact stands with the portal, as the team sees it.
///
/// @param hasPassword also a temporary one
/// @param temporary whether he has to change it when he comes in
/// @param temporaryUntil when that one is worth nothing any more
/// @param invitedAt when the last activation mail went out; null for never
/// @param activatedAt when he first chose a password of his own
/// @param cameAt when he last signed in
/// @param sessions in how many places he is signed in
public record PortalAccessView(
        boolean hasPassword,
        boolean temporary,
        @Nullable Instant temporaryUntil,
        @Nullable Instant invitedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant cameAt,
        int sessions) {
    static final PortalAccessView NONE = new PortalAccessView(false, false, null, null, null, null, 0);

    /// Whether he has chosen a password of his own and can come in with it.
    public boolean active() {
        return hasPassword && !temporary;
    }
}

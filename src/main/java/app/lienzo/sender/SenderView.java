package app.lienzo.sender;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an organization is believed as a sender, and why.
///
/// @param domain its own; null while it has named no address
/// @param address that mails carry now
/// @param fallback whether that is the installation's, because the own one is not proved
/// @param ownServer whether mails leave by a server of the organization's own, whose choice it is
/// @param answers where answers to mails go; null for the address that they carry
/// @param checkedAt null until it was checked
/// @param findings one for each proof and key
/// @param keys the one that signs, the one that waits, the old ones
/// @param events newest first
public record SenderView(
        @Nullable String domain,
        String address,
        boolean proved,
        boolean fallback,
        boolean ownServer,
        @Nullable String answers,
        @Nullable Instant checkedAt,
        List<Finding> findings,
        List<SenderKey> keys,
        List<SenderEvent> events) {

    /// Whether another key waits until DNS shows it, while one signs.
    public boolean rotating() {
        return has(KeyState.NEW) && has(KeyState.ACTIVE);
    }

    public boolean has(KeyState state) {
        return keys.stream().anyMatch(key -> key.state() == state);
    }

    /// What is still to be done or is still awaited: worth looking again soon.
    public boolean settled() {
        return proved && !has(KeyState.NEW);
    }
}

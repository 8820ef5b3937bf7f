package app.lienzo.sender;

import java.time.Instant;

/// Something that changed about a sender.
///
/// @param reason as in [Finding]
/// @param record name of the record in DNS
public record SenderEvent(Instant at, Proof proof, Verdict verdict, String reason, String record) {}

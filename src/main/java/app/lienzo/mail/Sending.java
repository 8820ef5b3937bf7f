package app.lienzo.mail;

import org.jspecify.annotations.Nullable;

/// In whose name a mail goes out. The address is that of the letter and of its envelope, and the signature's
/// domain is the address's.
///
/// @param fallback whether it is the installation's in place of one of the organization's own
/// @param answers where answers go; null for the address itself
record Sending(String address, boolean fallback, @Nullable String answers, SenderGate.@Nullable Signature signature) {}

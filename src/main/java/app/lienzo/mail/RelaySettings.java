package app.lienzo.mail;

import org.jspecify.annotations.Nullable;

/// A mail server to hand mails to.
///
/// @param own whether an organization named it; then it must be on the open internet
record RelaySettings(
        String host,
        int port,
        RelaySecurity security,
        @Nullable String user,
        @Nullable String password,
        boolean own) {}

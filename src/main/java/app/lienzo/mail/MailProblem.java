package app.lienzo.mail;

/// Why a mail did not go out, as a person can act upon it.
public enum MailProblem {
    /// Nobody configured a server.
    NO_SERVER,
    /// The server's address may not be called from here.
    ADDRESS_REFUSED,
    /// No such host, or nobody answers there.
    UNREACHABLE,
    /// The server asks for or offers another encryption, or its certificate is not valid.
    ENCRYPTION,
    /// User name or password are wrong, or missing.
    SIGN_IN,
    /// The server does not accept the sender's address.
    SENDER,
    /// The server does not know the recipient, or does not want mail for him.
    RECIPIENT,
    /// The server refused the mail for another reason.
    REFUSED,
    /// It waited longer than mails are kept.
    TOO_OLD
}

package app.lienzo.sso;

/// What is wrong with a provider, as an Owner can act on it.
public enum Fault {
    /// Not an address on the open internet, or not `https`; also for names nobody knows, so that the
    /// answer maps no network.
    ADDRESS,
    SILENT,
    CERTIFICATE,
    /// Another status than 200; a redirect too, for none is followed.
    STATUS,
    NO_DESCRIPTION,
    OTHER_ISSUER,
    ENDPOINTS,
    NO_CODE,
    NO_PKCE,
    NO_SIGNATURE,
    NO_KEYS,
    CLIENT
}

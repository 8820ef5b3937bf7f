package app.lienzo.tenancy;

import app.lienzo.kernel.PublicAddress;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/// Guards the addresses that organizations tell us to call: mail servers, identity providers. Only hosts on
/// the open internet, unless the installation says otherwise.
@ApplicationScoped
public class Outbound {
    private final boolean anywhere;

    Outbound(TenancyConfig config) {
        this.anywhere = config.outboundAnywhere();
    }

    /// The address to connect to; resolving the name again might give another.
    ///
    /// @throws Refused `address-refused`, the same for every reason: the answer maps no network
    public InetAddress address(String host) {
        try {
            return anywhere ? InetAddress.getByName(host) : PublicAddress.of(host)[0];
        } catch (UnknownHostException _) {
            throw Refused.invalid("address-refused");
        }
    }

    /// Like [#address], for `https` only (and `http` where everything is allowed).
    public InetAddress address(URI uri) {
        var scheme = uri.getScheme();
        boolean known = "https".equalsIgnoreCase(scheme) || (anywhere && "http".equalsIgnoreCase(scheme));
        if (!known || uri.getHost() == null || uri.getUserInfo() != null) throw Refused.invalid("address-refused");
        return address(uri.getHost());
    }
}

package app.lienzo.kernel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Tells addresses of the open internet from those of a machine, a house or a data centre, following the
/// special-purpose registries (RFC 6890). IPv6 forms that carry an IPv4 address are judged by that one.
public final class PublicAddress {
    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return !(first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113));
    }

    /// Global unicast is 2000::/3; within it, Teredo (2001::/32) and documentation (2001:db8::/32) are not
    /// to be reached, and 6to4 (2002::/16) is what it carries. NAT64 (64:ff9b::/96) likewise.
    private static boolean isPublic(Inet6Address address) {
        var b = address.getAddress();
        int high = (b[0] & 0xff) << 8 | b[1] & 0xff;
        int next = (b[2] & 0xff) << 8 | b[3] & 0xff;
        if (high == 0x2002) return isPublic(Arrays.copyOfRange(b, 2, 6));
        if (high == 0x64 && next == 0xff9b) return isNat64(b) && isPublic(Arrays.copyOfRange(b, 12, 16));
        if (high == 0x2001 && (next == 0 || next == 0xdb8)) return false;
        return (high & 0xe000) == 0x2000;
    }

    private static boolean isNat64(byte[] b) {
        for (int i = 4; i < 12; i++) if (b[i] != 0) return false;
        return true;
    }

    /// The public addresses of a host, asked once: connect to one of these and not to the name again, which
    /// may point elsewhere a moment later.
    ///
    /// @throws UnknownHostException for names without an address and for those of which any is not public
    public static InetAddress[] of(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        for (var address : addresses) if (!is(address)) throw new UnknownHostException(host);
        return addresses;
    }
}

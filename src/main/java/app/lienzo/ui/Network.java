package app.lienzo.ui;

import app.lienzo.kernel.Secrets;
import java.net.InetAddress;
import java.util.Arrays;

/// What an address on the net is counted with, where somebody may do something only so often.
public final class Network {
    private static final int NEAR_BYTES = 8;
    private static final int WIDE_BYTES = 6;
    private static final int WIDE_BYTES_OLD = 3;
    private static final int BYTES_OLD = 4;

    private Network() {}

    /// An IPv4 address is one; whoever has one IPv6 address has the 2^64 beside it.
    public static String near(String address) {
        return of(address, NEAR_BYTES, BYTES_OLD);
    }

    /// What one subscriber is given at most, as a rule: /48 of IPv6, /24 of IPv4.
    public static String wide(String address) {
        return of(address, WIDE_BYTES, WIDE_BYTES_OLD);
    }

    private static String of(String address, int bytes, int bytesOld) {
        try {
            var whole = InetAddress.ofLiteral(address).getAddress();
            return Secrets.hex(Arrays.copyOf(whole, whole.length == BYTES_OLD ? bytesOld : bytes));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}

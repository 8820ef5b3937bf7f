package app.lienzo.certificates;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many connections come from one network address; of IPv6, from one network of 64 bits, which is
/// what a household gets.
final class AddressCount {
    private static final int NETWORK_BYTES = 8;

    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();
    private final int max;

    AddressCount(int max) {
        this.max = max;
    }

    /// @return false when there are too many already; then nobody has to leave
    boolean enter(SocketAddress from) {
        if (!(from instanceof InetSocketAddress address)) return true;
        var entered = new boolean[1];
        open.compute(network(address), (_, now) -> {
            int before = now == null ? 0 : now;
            entered[0] = before < max;
            return entered[0] ? Integer.valueOf(before + 1) : now;
        });
        return entered[0];
    }

    void leave(SocketAddress from) {
        if (from instanceof InetSocketAddress address)
            open.computeIfPresent(network(address), (_, now) -> now == 1 ? null : now - 1);
    }

    private static InetAddress network(InetSocketAddress address) {
        if (!(address.getAddress() instanceof Inet6Address six)) return address.getAddress();
        var bytes = six.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

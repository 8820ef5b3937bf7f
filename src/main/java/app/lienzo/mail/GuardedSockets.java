package app.lienzo.mail;

import app.lienzo.tenancy.Outbound;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Sockets that connect to the address which was checked, and look no name up a second time: the answer
/// might be another one by then.
final class GuardedSockets extends SocketFactory {
    private final Outbound outbound;

    GuardedSockets(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                var named = (InetSocketAddress) endpoint;
                super.connect(new InetSocketAddress(outbound.address(named.getHostString()), named.getPort()), timeout);
            }

            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                connect(endpoint, 0);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("Only sockets that connect later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host.getHostName(), port);
    }
}

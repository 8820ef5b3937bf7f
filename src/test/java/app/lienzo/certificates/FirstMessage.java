package app.lienzo.certificates;

import app.lienzo.world.Https;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SNIHostName;

/// First messages of a handshake as bytes, cut as a network or an attacker might.
final class FirstMessage {
    static final int HANDSHAKE = 22;

    private FirstMessage() {}

    static byte[] of(String host, String... protocols) throws IOException {
        var engine = Https.context().createSSLEngine();
        engine.setUseClientMode(true);
        var settings = engine.getSSLParameters();
        settings.setServerNames(List.of(new SNIHostName(host)));
        settings.setApplicationProtocols(protocols);
        engine.setSSLParameters(settings);
        engine.beginHandshake();
        var bytes = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), bytes);
        var hello = new byte[bytes.flip().remaining()];
        bytes.get(hello);
        return hello;
    }

    /// The same message in many records.
    static byte[] inRecordsOf(byte[] hello, int size) {
        var out = new ByteArrayOutputStream();
        for (int at = 5; at < hello.length; at += size) {
            int length = Math.min(size, hello.length - at);
            out.writeBytes(new byte[] {HANDSHAKE, 3, 1, 0, (byte) length});
            out.write(hello, at, length);
        }
        return out.toByteArray();
    }

    /// A message that says it has 16 MB, and begins to send them.
    static byte[] endless() {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < 12; i++) {
            out.writeBytes(new byte[] {HANDSHAKE, 3, 1, 0x20, 0});
            var content = new byte[0x2000];
            if (i == 0) content[0] = 1;
            if (i == 0) content[1] = (byte) 0xff;
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    /// The type of the first record that comes back when the bytes are sent in segments of this size; -1 for
    /// none.
    static int answer(byte[] bytes, int segment) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Https.port())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            for (int at = 0; at < bytes.length; at += segment)
                out.write(bytes, at, Math.min(segment, bytes.length - at));
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }
}

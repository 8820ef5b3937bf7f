package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// A name server (RFC 1035) on which every name has the address 127.0.0.1 and nothing else.
final class LoopbackNames implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;
    private static final int SECONDS = 60;

    private final DatagramSocket socket;

    private LoopbackNames(DatagramSocket socket) {
        this.socket = socket;
    }

    static LoopbackNames open() {
        try {
            var names = new LoopbackNames(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("bench-names").start(names::serve);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        while (!socket.isClosed()) {
            try {
                packet.setLength(2_048);
                socket.receive(packet);
                var answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private static byte[] answer(ByteBuffer question) {
        int end = HEADER;
        while (question.get(end) != 0) end += question.get(end) + 1;
        int type = question.getShort(end + 1);
        end += 5;
        boolean has = type == TYPE_A;
        var answer = ByteBuffer.allocate(end + (has ? 16 : 0));
        // A response with authority and recursion; one question, perhaps one answer.
        answer.putShort(question.getShort(0))
                .putShort((short) 0x8580)
                .putShort((short) 1)
                .putShort((short) (has ? 1 : 0));
        answer.putInt(0).put(question.slice(HEADER, end - HEADER));
        if (has)
            answer.putShort((short) 0xc00c)
                    .putShort((short) TYPE_A)
                    .putShort((short) 1)
                    .putInt(SECONDS)
                    .putShort((short) 4)
                    .put(new byte[] {127, 0, 0, 1});
        return answer.array();
    }
}

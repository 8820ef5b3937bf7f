package app.lienzo.dns;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// One message to one server and what it answers: by UDP, and again by TCP when that was cut off. What does not
/// answer the message sent (another id, another question) is not heard.
final class Wire {
    /// What passes everywhere in one packet (dnsflagday.net).
    private static final int PAYLOAD = 1232;
    /// Packets that are no answer, until we stop to listen.
    private static final int STRAYS_MAX = 50;

    private Wire() {}

    /// @throws IOException when no answer came
    static Message ask(InetSocketAddress server, Record question, boolean recursive, Budget budget, Duration patience)
            throws IOException, CouldNotAsk {
        var answer = ask(server, query(question, recursive, true), budget, patience);
        return switch (answer.getRcode()) {
            // A server from before EDNS.
            case Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS ->
                ask(server, query(question, recursive, false), budget, patience);
            default -> answer;
        };
    }

    private static Message query(Record question, boolean recursive, boolean extended) {
        var query = Message.newQuery(question);
        if (!recursive) query.getHeader().unsetFlag(Flags.RD);
        if (extended) query.addRecord(new OPTRecord(PAYLOAD, 0, 0), Section.ADDITIONAL);
        return query;
    }

    private static Message ask(InetSocketAddress server, Message query, Budget budget, Duration patience)
            throws IOException, CouldNotAsk {
        budget.spend();
        var answer = byPacket(server, query, budget.time(patience));
        if (!answer.getHeader().getFlag(Flags.TC)) return answer;
        budget.spend();
        return byStream(server, query, budget.time(patience));
    }

    private static Message byPacket(InetSocketAddress server, Message query, Duration patience) throws IOException {
        var wire = query.toWire();
        var end = System.nanoTime() + patience.toNanos();
        try (var socket = new DatagramSocket()) {
            socket.connect(server);
            socket.send(new DatagramPacket(wire, wire.length));
            var packet = new DatagramPacket(new byte[4096], 4096);
            for (int i = 0; i < STRAYS_MAX; i++) {
                socket.setSoTimeout(left(end));
                packet.setLength(4096);
                socket.receive(packet);
                var heard = answer(query, ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                if (heard.isPresent()) return heard.get();
            }
            throw new SocketTimeoutException("Nothing but strays");
        }
    }

    private static Message byStream(InetSocketAddress server, Message query, Duration patience) throws IOException {
        var wire = query.toWire();
        var end = System.nanoTime() + patience.toNanos();
        try (var socket = new Socket()) {
            socket.connect(server, left(end));
            var framed = ByteBuffer.allocate(wire.length + 2)
                    .putShort((short) wire.length)
                    .put(wire);
            socket.getOutputStream().write(framed.array());
            var length = ByteBuffer.wrap(read(socket, 2, end)).getShort() & 0xffff;
            return answer(query, ByteBuffer.wrap(read(socket, length, end)))
                    .orElseThrow(() -> new IOException("No answer to this question"));
        }
    }

    private static byte[] read(Socket socket, int length, long end) throws IOException {
        var bytes = new byte[length];
        InputStream in = socket.getInputStream();
        for (int read = 0; read < length; ) {
            socket.setSoTimeout(left(end));
            int more = in.read(bytes, read, length - read);
            if (more < 0) throw new EOFException();
            read += more;
        }
        return bytes;
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis < 1) throw new SocketTimeoutException();
        return (int) millis;
    }

    private static Optional<Message> answer(Message query, ByteBuffer wire) {
        try {
            var heard = new Message(wire);
            boolean fits = heard.getHeader().getID() == query.getHeader().getID()
                    && heard.getHeader().getFlag(Flags.QR)
                    && heard.getQuestion() != null
                    && heard.getQuestion().equals(query.getQuestion());
            return fits ? Optional.of(heard) : Optional.empty();
        } catch (IOException | RuntimeException _) {
            // Bytes of a stranger: the library throws whatever it stumbles over.
            return Optional.empty();
        }
    }
}

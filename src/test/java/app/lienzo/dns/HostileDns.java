package app.lienzo.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/// A name server that does as a test says, over UDP and TCP of one loopback port, and counts.
final class HostileDns implements AutoCloseable {
    /// @see #answer
    interface Behaviour {
        /// @return the messages sent back, in order; none for silence
        List<Message> answer(Message query, boolean stream) throws IOException;
    }

    private final DatagramSocket packets;
    private final ServerSocket streams;
    private final Behaviour behaviour;
    final AtomicInteger queries = new AtomicInteger();

    HostileDns(Behaviour behaviour) {
        this(InetAddress.getLoopbackAddress(), 0, behaviour);
    }

    HostileDns(InetAddress address, int port, Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            streams = new ServerSocket(port, 50, address);
            packets = new DatagramSocket(new InetSocketAddress(address, streams.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::packets);
        Thread.ofVirtual().start(this::streams);
    }

    int port() {
        return streams.getLocalPort();
    }

    static Message reply(Message query, int rcode, Record... records) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        for (var record : records) reply.addRecord(record, Section.ANSWER);
        return reply;
    }

    static Name name(String name) {
        try {
            return Name.fromString(name + ".");
        } catch (TextParseException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void packets() {
        while (!packets.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[4096], 4096);
                packets.receive(packet);
                queries.incrementAndGet();
                var query = new Message(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                for (var answer : behaviour.answer(query, false)) {
                    var wire = answer.toWire();
                    packets.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException _) {
                // Closed, or a client that has gone.
            }
        }
    }

    private void streams() {
        while (!streams.isClosed()) {
            try (var socket = streams.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                var wire = in.readNBytes(in.readUnsignedShort());
                queries.incrementAndGet();
                var out = new DataOutputStream(socket.getOutputStream());
                for (var answer : behaviour.answer(new Message(wire), true)) {
                    var bytes = answer.toWire(Message.MAXLENGTH);
                    out.writeShort(bytes.length);
                    out.write(bytes);
                }
            } catch (IOException _) {
                // Closed, or a client that has gone.
            }
        }
    }

    @Override
    public void close() {
        packets.close();
        try {
            streams.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.lienzo.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// What `pebble-challtestsrv` cannot say: texts longer than 255 characters, mail servers, several of either. All
/// other questions it refuses, so that the next server is asked.
@SuppressWarnings("NullAway.Init")
public final class LongRecords {
    private static final int STRING_MAX = 255;
    private static final Map<String, List<Record>> RECORDS = new ConcurrentHashMap<>();
    private static @Nullable DatagramSocket socket;

    private LongRecords() {}

    static int open() {
        try {
            var opened = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket = opened;
            Thread.ofVirtual().start(() -> answer(opened));
            return opened.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void close() {
        if (socket != null) socket.close();
    }

    /// The texts of a name, each in strings of 255 characters; those before are gone.
    public static void txt(String host, String... texts) {
        RECORDS.put(
                key(name(host), Type.TXT),
                List.of(texts).stream()
                        .<Record>map(text -> new TXTRecord(name(host), DClass.IN, 1, strings(text)))
                        .toList());
    }

    public static void mx(String host, String target) {
        RECORDS.put(key(name(host), Type.MX), List.of(new MXRecord(name(host), DClass.IN, 1, 10, name(target))));
    }

    public static void clear(String host) {
        RECORDS.remove(key(name(host), Type.TXT));
        RECORDS.remove(key(name(host), Type.MX));
    }

    private static List<String> strings(String text) {
        return IntStream.iterate(0, start -> start < text.length(), start -> start + STRING_MAX)
                .mapToObj(start -> text.substring(start, Math.min(text.length(), start + STRING_MAX)))
                .toList();
    }

    private static void answer(DatagramSocket socket) {
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[4096], 4096);
                socket.receive(packet);
                var wire = reply(new Message(ByteBuffer.wrap(packet.getData(), 0, packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
            } catch (IOException _) {
                // Closed, or somebody who has gone.
            }
        }
    }

    private static Message reply(Message query) {
        var question = query.getQuestion();
        var records = RECORDS.get(key(question.getName(), question.getType()));
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(records == null ? Rcode.REFUSED : Rcode.NOERROR);
        reply.addRecord(question, Section.QUESTION);
        if (records != null) records.forEach(record -> reply.addRecord(record, Section.ANSWER));
        return reply;
    }

    private static String key(Name name, int type) {
        return Type.string(type) + " " + name.canonicalize();
    }

    private static Name name(String host) {
        try {
            return Name.fromString(host + ".");
        } catch (TextParseException e) {
            throw new UncheckedIOException(e);
        }
    }
}

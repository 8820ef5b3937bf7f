package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Many server-sent event streams, read by one thread that only looks for messages and for what is
/// written in each: the moment it was sent and the topic it belongs to. A stream hears its topic's
/// messages, each once.
final class Streams implements AutoCloseable {
    private static final byte[] MARK = "sent at ".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER = 16_384;
    private static final int KEPT = 1_000_000;

    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final long[] latencies = new long[KEPT];
    private volatile boolean open = true;
    private volatile @Nullable String wrong;

    private Streams(Selector selector) {
        this.selector = selector;
    }

    /// A message's text that streams find again.
    ///
    /// @param moment in nanoseconds of this machine's clock; no two messages have the same
    static String text(int topic, long moment) {
        return "This was sent at " + moment + "/" + topic + ". " + Writing.TEXT;
    }

    /// Opens a stream per request and waits until each was answered; request `n` follows topic `n`
    /// modulo `topics`.
    static Streams open(int port, List<Request> requests, int topics) {
        try {
            var streams = new Streams(Selector.open());
            for (int i = 0; i < requests.size(); i++) streams.connect(port, requests.get(i), i % topics);
            Thread.ofPlatform().daemon().name("streams").start(streams::read);
            for (int i = 0; i < 300 && streams.opened.get() < requests.size(); i++) Machine.pause(100);
            if (streams.opened.get() < requests.size()) {
                throw new IllegalStateException(
                        "Only " + streams.opened + " of " + requests.size() + " streams were opened");
            }
            return streams;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many messages arrived, on all streams together.
    long messages() {
        return messages.get();
    }

    /// Waits for stragglers.
    ///
    /// @throws IllegalStateException when fewer or more arrive than were sent
    void await(long expected) {
        for (int i = 0; i < 1_000 && messages.get() < expected; i++) Machine.pause(10);
        if (messages.get() != expected)
            throw new IllegalStateException(messages + " deliveries instead of " + expected);
    }

    /// How long each message took, from the first to the last that arrived.
    long[] latencies(long first) {
        return Arrays.copyOfRange(latencies, (int) first, (int) Math.min(KEPT, messages.get()));
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
        for (var channel : channels) {
            try {
                channel.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }

    /// A stream's bytes that are not looked at yet.
    private static final class Reader {
        private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        private final Set<Long> heard = new HashSet<>();
        private final int topic;
        private boolean answered;

        Reader(int topic) {
            this.topic = topic;
        }
    }

    private void connect(int port, Request request, int topic) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(request.bytes()));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Reader(topic));
        channels.add(channel);
    }

    private void read() {
        try {
            while (open) {
                selector.select(key -> {
                    try {
                        read((SocketChannel) key.channel(), (Reader) key.attachment());
                    } catch (IOException _) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException _) {
            open = false;
        }
    }

    private void read(SocketChannel channel, Reader reader) throws IOException {
        if (channel.read(reader.bytes) < 0) throw new IOException("The server closed a stream");
        long now = System.nanoTime();
        if (!reader.answered && reader.bytes.position() > 12) {
            var status = new String(reader.bytes.array(), 9, 3, StandardCharsets.ISO_8859_1);
            if (!status.equals("200")) throw new IOException("Answered " + status);
            reader.answered = true;
            opened.incrementAndGet();
        }
        look(reader, now);
    }

    private void look(Reader reader, long now) {
        var array = reader.bytes.array();
        int end = reader.bytes.position();
        int looked = 0;
        for (int i = 0; i + MARK.length <= end; i++) {
            if (array[i] != MARK[0] || !Arrays.equals(array, i, i + MARK.length, MARK, 0, MARK.length)) continue;
            int dot = i + MARK.length;
            while (dot < end && array[dot] != '.') dot++;
            if (dot == end) {
                keep(reader.bytes, i);
                return;
            }
            heard(reader, new String(array, i + MARK.length, dot - i - MARK.length, StandardCharsets.ISO_8859_1), now);
            looked = dot;
            i = dot;
        }
        keep(reader.bytes, Math.max(looked, end - MARK.length));
    }

    private void heard(Reader reader, String written, long now) {
        int slash = written.indexOf('/');
        long sent = Long.parseLong(written, 0, slash, 10);
        if (Integer.parseInt(written, slash + 1, written.length(), 10) != reader.topic)
            wrong = "of another topic " + written;
        if (!reader.heard.add(sent)) wrong = "twice " + written;
        long n = messages.get();
        if (n < KEPT) latencies[(int) n] = now - sent;
        messages.incrementAndGet();
    }

    private static void keep(ByteBuffer bytes, int from) {
        bytes.flip().position(Math.max(0, from));
        bytes.compact();
    }
}

package app.lienzo.certificates;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Looks at the bytes of a connection, without taking any, until the first message is whole (RFC 8446,
/// section 4.1.2). What is no such message is left for the engine to refuse.
final class ClientHelloReader {
    private static final int RECORD_HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_NAME = 0;
    private static final int PROTOCOLS = 16;

    /// One with post-quantum keys has 2 KB; nobody has reason to send more than this.
    static final int LENGTH_MAX = 16_384;

    private final ByteBuf message = Unpooled.buffer(512);
    private int scanned;

    /// A message that is too long to be believed.
    static final class TooLong extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;
    }

    /// @param in always the same bytes from their beginning, and each time more of them
    /// @return empty as long as some are missing
    Optional<ClientHello> read(ByteBuf in) throws TooLong {
        while (in.readableBytes() - scanned >= RECORD_HEADER) {
            int start = in.readerIndex() + scanned;
            int length = in.getUnsignedShort(start + 3);
            if (in.getUnsignedByte(start) != HANDSHAKE || length == 0) return Optional.of(nothing());
            if (length + message.readableBytes() > LENGTH_MAX) throw new TooLong();
            if (in.readableBytes() - scanned < RECORD_HEADER + length) return Optional.empty();
            message.writeBytes(in, start + RECORD_HEADER, length);
            scanned += RECORD_HEADER + length;
            if (message.getByte(0) != CLIENT_HELLO) return Optional.of(nothing());
            if (whole()) return Optional.of(parse());
        }
        return Optional.empty();
    }

    private boolean whole() {
        return message.readableBytes() >= MESSAGE_HEADER
                && message.readableBytes() >= MESSAGE_HEADER + message.getUnsignedMedium(1);
    }

    private ClientHello parse() {
        try {
            message.skipBytes(MESSAGE_HEADER + 2 + 32);
            message.skipBytes(message.readUnsignedByte());
            message.skipBytes(message.readUnsignedShort());
            message.skipBytes(message.readUnsignedByte());
            return message.isReadable() ? extensions(message.readSlice(message.readUnsignedShort())) : nothing();
        } catch (IndexOutOfBoundsException _) {
            return nothing();
        }
    }

    private static ClientHello extensions(ByteBuf all) {
        var name = "";
        List<String> protocols = List.of();
        while (all.isReadable()) {
            int type = all.readUnsignedShort();
            var content = all.readSlice(all.readUnsignedShort());
            if (type == SERVER_NAME && content.isReadable()) name = name(content);
            if (type == PROTOCOLS) protocols = protocols(content);
        }
        return new ClientHello(name, protocols);
    }

    private static String name(ByteBuf content) {
        content.skipBytes(3);
        return text(content.readSlice(content.readUnsignedShort())).toLowerCase(Locale.ROOT);
    }

    private static List<String> protocols(ByteBuf content) {
        var found = new ArrayList<String>(4);
        content.skipBytes(2);
        while (content.isReadable()) found.add(text(content.readSlice(content.readUnsignedByte())));
        return found;
    }

    private static String text(ByteBuf bytes) {
        return new String(ByteBufUtil.getBytes(bytes), StandardCharsets.US_ASCII);
    }

    private static ClientHello nothing() {
        return new ClientHello("", List.of());
    }
}

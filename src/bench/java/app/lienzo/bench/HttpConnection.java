package app.lienzo.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// One keep-alive HTTP/1.1 connection, read by hand: the generator shares its cores with what it
/// measures, so it must cost little. Knows what the product answers with (a length or chunks) and
/// nothing else.
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final byte[] HEADER_END = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[16_384];
    private int filled;
    private int position;
    private byte[] body = new byte[65_536];
    private int bodyLength;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /// Sends a request and reads the whole answer, which stays readable until the next one.
    ///
    /// @return the status
    int exchange(byte[] request) throws IOException {
        out.write(request);
        var header = header();
        bodyLength = 0;
        if (header.contains("transfer-encoding: chunked")) readChunks();
        else append(contentLength(header));
        return Integer.parseInt(header, 9, 12, 10);
    }

    String body() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    /// Whether the body holds a marker; looks from the end, where markers of complete answers stand.
    boolean holds(byte[] marker) {
        for (int i = bodyLength - marker.length; i >= 0; i--) {
            if (Arrays.equals(body, i, i + marker.length, marker, 0, marker.length)) return true;
        }
        return false;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    private String header() throws IOException {
        int from = position;
        while (true) {
            for (int i = Math.max(from, position); i + 3 < filled; i++) {
                if (buffer[i] == '\r' && Arrays.equals(buffer, i, i + 4, HEADER_END, 0, 4)) {
                    var header = new String(buffer, position, i + 2 - position, StandardCharsets.ISO_8859_1);
                    position = i + 4;
                    return header.toLowerCase(Locale.ROOT);
                }
            }
            int seen = filled - position;
            fill();
            from = position + Math.max(0, seen - 3);
        }
    }

    private static int contentLength(String header) {
        int at = header.indexOf("content-length:");
        if (at < 0) return 0;
        int end = header.indexOf('\r', at);
        return Integer.parseInt(header.substring(at + 15, end).strip());
    }

    private void readChunks() throws IOException {
        while (true) {
            int size = Integer.parseInt(line(), 16);
            append(size);
            line();
            if (size == 0) return;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (position == filled) fill();
            char c = (char) buffer[position++];
            if (c == '\n') return line.toString();
            if (c != '\r') line.append(c);
        }
    }

    private void append(int length) throws IOException {
        if (bodyLength + length > body.length) body = Arrays.copyOf(body, 2 * (bodyLength + length));
        int left = length;
        while (left > 0) {
            if (position == filled) fill();
            int part = Math.min(left, filled - position);
            System.arraycopy(buffer, position, body, bodyLength, part);
            position += part;
            bodyLength += part;
            left -= part;
        }
    }

    private void fill() throws IOException {
        if (position == filled) position = filled = 0;
        if (filled == buffer.length) {
            if (position == 0) buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            System.arraycopy(buffer, position, buffer, 0, filled - position);
            filled -= position;
            position = 0;
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) throw new EOFException("The server closed the connection");
        filled += read;
    }
}

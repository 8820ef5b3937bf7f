package app.lienzo.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The one message that is read before anybody can be trusted.
class ClientHelloReaderTest {
    @Test
    @DisplayName("TLS 42: name and protocols are read once the message is whole, in however many pieces it comes")
    void a_message_is_read_when_it_is_whole() throws Exception {
        var bytes = FirstMessage.of("Shop.Example", "h2", "http/1.1");
        var reader = new ClientHelloReader();
        for (int length = 0; length < bytes.length; length++)
            assertThat(reader.read(Unpooled.wrappedBuffer(bytes, 0, length))).isEmpty();
        assertThat(reader.read(Unpooled.wrappedBuffer(bytes)))
                .contains(new ClientHello("shop.example", List.of("h2", "http/1.1")));
        assertThat(new ClientHelloReader().read(Unpooled.wrappedBuffer(FirstMessage.inRecordsOf(bytes, 1))))
                .contains(new ClientHello("shop.example", List.of("h2", "http/1.1")));
    }

    @Test
    @DisplayName("TLS 29: only whoever speaks nothing but acme-tls/1 asks for a proof")
    void a_proof_is_asked_for_alone() {
        assertThat(new ClientHello("a.example", List.of("acme-tls/1")).asksForProof())
                .isTrue();
        assertThat(new ClientHello("a.example", List.of("acme-tls/1", "h2")).asksForProof())
                .isFalse();
        assertThat(new ClientHello("a.example", List.of()).asksForProof()).isFalse();
        for (var address : List.of("", "127.0.0.1", "::1", "fe80::1"))
            assertThat(new ClientHello(address, List.of()).unnamed()).isTrue();
        assertThat(new ClientHello("1.example", List.of()).unnamed()).isFalse();
    }

    @Test
    @DisplayName("TLS 42: whatever lengths a message claims, it is read, refused or left to the engine")
    void no_length_is_believed() throws IOException {
        var random = new Random(4);
        var good = FirstMessage.of("shop.example", "h2");
        for (int i = 0; i < 20_000; i++) {
            var bytes = random.nextInt(4) == 0 ? new byte[random.nextInt(600)] : good.clone();
            if (bytes.length < 600 && bytes != good && random.nextBoolean()) random.nextBytes(bytes);
            for (int j = random.nextInt(6); j > 0 && bytes.length > 0; j--)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            var cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            try {
                var read = new ClientHelloReader().read(Unpooled.wrappedBuffer(cut));
                assertThat(read.map(hello -> hello.name().length()).orElse(0)).isLessThan(ClientHelloReader.LENGTH_MAX);
            } catch (ClientHelloReader.TooLong _) {
                // Refused.
            }
        }
        assertThatThrownBy(() -> new ClientHelloReader().read(Unpooled.wrappedBuffer(FirstMessage.endless())))
                .isInstanceOf(ClientHelloReader.TooLong.class);
    }
}

package app.lienzo.certificates;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The server's end of a connection: reads what the client asks for, has a certificate chosen, and only
/// then lets the engine see the first byte. While a certificate comes from the database the event loop
/// serves everybody else.
final class NamedHandler extends SslHandler {
    /// What a client may send before it is answered.
    private static final int WAITING_MAX = 2 * ClientHelloReader.LENGTH_MAX;

    private enum Stage {
        READING,
        CHOOSING,
        SHAKING
    }

    private final Handshake handshake;
    private final HandshakeKeys keys;
    private final CertificateChoice choice;
    private final AddressCount addresses;
    private @Nullable ClientHelloReader reader = new ClientHelloReader();
    private Stage stage = Stage.READING;

    NamedHandler(
            SSLEngine engine,
            Executor tasks,
            Handshake handshake,
            HandshakeKeys keys,
            CertificateChoice choice,
            AddressCount addresses) {
        super(engine, tasks);
        this.handshake = handshake;
        this.keys = keys;
        this.choice = choice;
        this.addresses = addresses;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Exception {
        super.handlerAdded(context);
        var channel = context.channel();
        var from = channel.remoteAddress();
        if (addresses.enter(from)) channel.closeFuture().addListener(_ -> addresses.leave(from));
        else context.close();
        channel.closeFuture().addListener(_ -> keys.end(handshake));
        handshakeFuture().addListener(done -> {
            keys.end(handshake);
            // An authority has seen what it came for, and nobody else speaks this.
            if (done.isSuccess() && ClientHello.CHALLENGE.equals(applicationProtocol())) channel.close();
        });
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws SSLException {
        if (stage == Stage.READING) read(context, in);
        if (stage == Stage.CHOOSING && in.readableBytes() > WAITING_MAX) context.close();
        if (stage == Stage.SHAKING) super.decode(context, in, out);
    }

    private void read(ChannelHandlerContext context, ByteBuf in) throws SSLException {
        try {
            var hello = reader == null ? Optional.<ClientHello>empty() : reader.read(in);
            if (hello.isEmpty()) return;
            reader = null;
            choose(context, hello.get());
        } catch (ClientHelloReader.TooLong e) {
            throw new SSLException("A first message too long", e);
        }
    }

    private void choose(ChannelHandlerContext context, ClientHello hello) {
        var chosen = choice.of(hello);
        if (chosen.isDone()) {
            shake(context, hello, chosen);
            return;
        }
        stage = Stage.CHOOSING;
        chosen.whenComplete((_, _) -> context.executor().execute(() -> {
            if (context.isRemoved() || !context.channel().isActive()) return;
            shake(context, hello, chosen);
            goOn(context);
        }));
    }

    /// Without an answer from the database the connection ends; the client will try again.
    private void shake(
            ChannelHandlerContext context, ClientHello hello, CompletableFuture<Optional<ServedCertificate>> chosen) {
        stage = Stage.SHAKING;
        if (chosen.isCompletedExceptionally()) context.close();
        else handshake.choose(hello.name(), chosen.join().orElse(null));
    }

    /// Decodes what has come so far.
    private void goOn(ChannelHandlerContext context) {
        try {
            channelRead(context, Unpooled.EMPTY_BUFFER);
            channelReadComplete(context);
        } catch (Exception e) {
            context.fireExceptionCaught(e);
        }
    }
}

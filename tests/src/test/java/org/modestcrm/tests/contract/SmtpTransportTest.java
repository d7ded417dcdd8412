package org.modestcrm.tests.contract;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.modestcrm.email.SmtpTransport;
import org.modestcrm.email.Transport;
import org.modestcrm.testkit.contract.TransportContract;

class SmtpTransportTest extends TransportContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Transport to(int port) {
        return SmtpTransport.builder("127.0.0.1", port)
                .security(SmtpTransport.Security.NONE)
                .build();
    }

    @Override
    protected Transport transport() {
        return to(server.getSmtp().getPort());
    }

    @Override
    protected Transport brokenTransport() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return to(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<byte[]> arrived() {
        return Stream.of(server.getReceivedMessages())
                .map(message -> GreenMailUtil.getWholeMessage(message).getBytes(StandardCharsets.US_ASCII))
                .toList();
    }
}

package org.modestcrm.tests.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.modestcrm.email.SendResult;
import org.modestcrm.email.Transport;
import org.modestcrm.testkit.contract.TransportContract;

class TransportContractTest extends ContractProof<TransportContractTest.PostOffice> {
    /** A transport and the server behind it. */
    interface PostOffice {
        Transport transport();

        Transport brokenTransport();

        List<byte[]> arrived();
    }

    TransportContractTest() {
        super(PostOffice.class, OnTrial.class, Right::new);
    }

    static class OnTrial extends TransportContract {
        private final PostOffice office = subject(PostOffice.class);

        @Override
        protected Transport transport() {
            return office.transport();
        }

        @Override
        protected Transport brokenTransport() {
            return office.brokenTransport();
        }

        @Override
        protected List<byte[]> arrived() {
            return office.arrived();
        }
    }

    public static final class Right implements PostOffice {
        private final List<byte[]> arrived = new CopyOnWriteArrayList<>();

        @Override
        public Transport transport() {
            return mail -> {
                arrived.add(mail.content());
                return new SendResult.Accepted("250 ok");
            };
        }

        @Override
        public Transport brokenTransport() {
            return mail -> new SendResult.Later("nothing listens");
        }

        @Override
        public List<byte[]> arrived() {
            return arrived;
        }
    }

    @Override
    Stream<Faulty<PostOffice>> faulty() {
        return Stream.of(
                fault(
                        "loses what follows a dot",
                        office -> Map.of(
                                "arrived",
                                call -> office.arrived().stream()
                                        .map(TransportContractTest::cutAtDot)
                                        .toList())),
                fault(
                        "doubles dots",
                        office -> Map.of(
                                "arrived",
                                call -> office.arrived().stream()
                                        .map(message -> ascii(ascii(message).replace("\n.", "\n..")))
                                        .toList())),
                fault(
                        "quotes nobody",
                        office -> Map.of("transport", call -> (Transport) mail -> {
                            office.transport().send(mail);
                            return new SendResult.Accepted("");
                        })),
                fault(
                        "sends each mail twice",
                        office -> Map.of("transport", call -> (Transport) mail -> {
                            office.transport().send(mail);
                            return office.transport().send(mail);
                        })),
                fault(
                        "gives up at once",
                        office -> Map.of("brokenTransport", call ->
                                (Transport) mail -> new SendResult.Refused("nothing listens"))),
                fault(
                        "tells whose mail it was",
                        office -> Map.of("brokenTransport", call -> (Transport)
                                mail -> new SendResult.Later(mail.recipient().value()))));
    }

    private static byte[] cutAtDot(byte[] message) {
        String text = ascii(message);
        return ascii(text.substring(0, text.indexOf("\r\n.\r\n")));
    }

    private static String ascii(byte[] message) {
        return new String(message, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

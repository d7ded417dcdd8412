package org.modestcrm.tests.contract;

import java.util.List;
import org.modestcrm.email.SendResult;
import org.modestcrm.email.Transport;
import org.modestcrm.outbox.OutboxMail;
import org.modestcrm.testkit.RecordingTransport;
import org.modestcrm.testkit.contract.TransportContract;

class RecordingTransportTest extends TransportContract {
    private final RecordingTransport recording = new RecordingTransport();

    @Override
    protected Transport transport() {
        return recording;
    }

    @Override
    protected Transport brokenTransport() {
        return new RecordingTransport().usually(mail -> new SendResult.Later("421 busy"));
    }

    @Override
    protected List<byte[]> arrived() {
        return recording.sent().stream().map(OutboxMail::content).toList();
    }
}

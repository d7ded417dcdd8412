package org.modestcrm.tests.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.modestcrm.outbox.InMemoryOutbox;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.MailState;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;
import org.modestcrm.testkit.contract.OutboxContract;

class OutboxContractTest extends ContractProof<Outbox> {
    OutboxContractTest() {
        super(Outbox.class, OnTrial.class, InMemoryOutbox::new);
    }

    static class OnTrial extends OutboxContract {
        @Override
        protected Outbox emptyOutbox() {
            return subject(Outbox.class);
        }
    }

    @Override
    Stream<Faulty<Outbox>> faulty() {
        return Stream.of(
                fault(
                        "does not look at the revision",
                        outbox -> Map.of("find", call -> {
                            MailKey key = call.arg(0);
                            return outbox.find(new MailKey(key.kind(), key.order(), 1));
                        })),
                fault(
                        "reads the bytes as text",
                        outbox -> Map.of("putIfAbsent", call -> call.with(asText(call.arg(0))))),
                fault("keeps what comes again", OutboxContractTest::keepingAll),
                fault(
                        "counts no attempts",
                        outbox -> Map.of(
                                "claim",
                                call -> call.<List<OutboxEntry>>right().stream()
                                        .map(entry -> new OutboxEntry(entry.mail(), entry.state(), 0))
                                        .toList())),
                fault(
                        "claims the newest first",
                        outbox -> Map.of("claim", call -> {
                            List<OutboxEntry> all = new ArrayList<>(outbox.all().toList());
                            Collections.reverse(all);
                            return call.<List<OutboxEntry>>right().isEmpty()
                                    ? List.of()
                                    : all.subList(0, Math.min(all.size(), call.<Integer>arg(2)));
                        })),
                fault(
                        "forgets mails whose worker died",
                        outbox -> Map.of(
                                "claim",
                                call -> call.<List<OutboxEntry>>right().stream()
                                        .filter(entry -> entry.attempts() == 1)
                                        .toList())),
                fault(
                        "retries at once",
                        outbox -> Map.of(
                                "claim",
                                call -> outbox.claim(call.<Instant>arg(0).plusSeconds(60), call.arg(1), call.arg(2)))),
                fault(
                        "sends again what may have been taken",
                        outbox -> Map.of("update", call -> {
                            MailState asked = call.arg(1);
                            return asked instanceof MailState.Unknown
                                    ? call.with(call.arg(0), new MailState.Queued())
                                    : call.right();
                        })),
                fault(
                        "updates nothing in silence",
                        outbox -> Map.of(
                                "update", call -> outbox.find(call.arg(0)).isPresent() ? call.right() : null)),
                fault(
                        "hides what was sent",
                        outbox -> Map.of(
                                "all",
                                call -> outbox.all().filter(entry -> !(entry.state() instanceof MailState.Sent)))),
                fault(
                        "leases nothing",
                        outbox -> Map.of("claim", call -> outbox.claim(call.arg(0), Duration.ZERO, call.arg(2)))));
    }

    private static OutboxMail asText(OutboxMail mail) {
        byte[] content = mail.content();
        for (int i = 0; i < content.length; i++) {
            content[i] = content[i] < 0 ? (byte) '?' : content[i];
        }
        return new OutboxMail(mail.key(), mail.sender(), mail.recipient(), content);
    }

    private static Map<String, Call.Fault> keepingAll(Outbox outbox) {
        List<OutboxEntry> all = new CopyOnWriteArrayList<>();
        return Map.of(
                "putIfAbsent",
                call -> {
                    all.add(new OutboxEntry(call.arg(0), new MailState.Queued(), 0));
                    call.right();
                    return all.get(all.size() - 1);
                },
                "all",
                call -> all.stream());
    }
}

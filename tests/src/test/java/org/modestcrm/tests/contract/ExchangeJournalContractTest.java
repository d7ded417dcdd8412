package org.modestcrm.tests.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.ImportedProfile;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;
import org.modestcrm.exchangelog.ReceivedMessage;
import org.modestcrm.exchangelog.Recipient;
import org.modestcrm.exchangelog.Tombstone;
import org.modestcrm.testkit.contract.ExchangeJournalContract;

class ExchangeJournalContractTest extends ContractProof<ExchangeJournal> {
    ExchangeJournalContractTest() {
        super(ExchangeJournal.class, OnTrial.class, InMemoryExchangeJournal::new);
    }

    static class OnTrial extends ExchangeJournalContract {
        @Override
        protected ExchangeJournal emptyJournal() {
            return subject(ExchangeJournal.class);
        }
    }

    @Override
    Stream<Faulty<ExchangeJournal>> faulty() {
        return Stream.of(
                fault(
                        "has received everything",
                        journal -> Map.of(
                                "received",
                                call -> Optional.of(
                                        new ReceivedMessage(call.arg(0), call.arg(1), "", Instant.EPOCH, "")))),
                fault(
                        "cuts receipts short",
                        journal -> Map.of(
                                "received",
                                call -> call.<Optional<ReceivedMessage>>right()
                                        .map(ExchangeJournalContractTest::shortened))),
                fault("answers with what was handed in", ExchangeJournalContractTest::answeringLast),
                fault("does not look at the partner", ExchangeJournalContractTest::mixingPartners),
                fault(
                        "keeps where a profile went first",
                        journal -> Map.of(
                                "record",
                                call -> call.arg(0) instanceof ImportedProfile profile
                                                && journal.imported(profile.partner(), profile.id())
                                                        .isPresent()
                                        ? null
                                        : call.right())),
                fault("keeps the last tombstone whatever its revision", journal -> {
                    List<Tombstone> all = new CopyOnWriteArrayList<>();
                    return Map.of(
                            "record",
                            call -> {
                                if (call.args().length == 2 && call.arg(1) instanceof Tombstone stone) {
                                    all.add(stone);
                                }
                                return call.right();
                            },
                            "tombstone",
                            call -> all.stream().reduce((first, last) -> last));
                }),
                fault(
                        "keeps the first tombstone of a revision",
                        journal -> Map.of(
                                "record",
                                call -> call.args().length == 2
                                                && call.arg(1) instanceof Tombstone stone
                                                && journal.tombstone(call.arg(0), stone.id())
                                                        .filter(known -> known.revision() == stone.revision())
                                                        .isPresent()
                                        ? null
                                        : call.right())),
                fault(
                        "tells recipients in the wrong order",
                        journal -> Map.of("recipients", call -> {
                            List<Recipient> reversed = new ArrayList<>(call.<List<Recipient>>right());
                            Collections.reverse(reversed);
                            return reversed;
                        })),
                fault(
                        "keeps the first recipient of a profile",
                        journal -> Map.of(
                                "record",
                                call -> call.args().length == 2
                                                && call.arg(1) instanceof Recipient recipient
                                                && journal.recipients(call.arg(0)).stream()
                                                        .anyMatch(known ->
                                                                known.id().equals(recipient.id()))
                                        ? null
                                        : call.right())));
    }

    private static ReceivedMessage shortened(ReceivedMessage message) {
        String receipt =
                message.receipt().substring(0, Math.min(20, message.receipt().length()));
        return new ReceivedMessage(message.partner(), message.id(), message.sha256(), message.at(), receipt);
    }

    private static Map<String, Call.Fault> answeringLast(ExchangeJournal journal) {
        return Map.of("record", call -> {
            Object kept = call.right();
            return kept instanceof ReceivedMessage ? call.arg(0) : kept;
        });
    }

    private static Map<String, Call.Fault> mixingPartners(ExchangeJournal journal) {
        return Map.of(
                "received", call -> journal.received("https://north.example/Ω", call.arg(1)),
                "imported", call -> journal.imported("https://north.example/Ω", call.arg(1)),
                "tombstone", call -> journal.tombstone("https://north.example/Ω", call.arg(1)));
    }
}

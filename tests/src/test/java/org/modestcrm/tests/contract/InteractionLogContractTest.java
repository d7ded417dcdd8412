package org.modestcrm.tests.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.interaction.InMemoryInteractionLog;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.InteractionLog;
import org.modestcrm.testkit.contract.InteractionLogContract;

class InteractionLogContractTest extends ContractProof<InteractionLog> {
    InteractionLogContractTest() {
        super(InteractionLog.class, OnTrial.class, InMemoryInteractionLog::new);
    }

    static class OnTrial extends InteractionLogContract {
        @Override
        protected InteractionLog emptyLog() {
            return subject(InteractionLog.class);
        }
    }

    @Override
    Stream<Faulty<InteractionLog>> faulty() {
        return Stream.of(
                fault(
                        "takes what comes first without a word",
                        log -> Map.of("record", call -> {
                            Interaction asked = call.arg(0);
                            return log.find(asked.source(), asked.externalId()).isPresent()
                                    ? Recorded.UNCHANGED
                                    : call.right();
                        })),
                fault(
                        "keeps many one by one",
                        log -> Map.of(
                                "recordAll",
                                call -> call.<List<Interaction>>arg(0).stream()
                                        .map(log::record)
                                        .toList())),
                fault(
                        "calls many new",
                        log -> Map.of("recordAll", call -> {
                            call.right();
                            return Collections.nCopies(
                                    call.<List<Interaction>>arg(0).size(), Recorded.NEW);
                        })),
                fault(
                        "finds any of a source",
                        log -> Map.of(
                                "find",
                                call -> log.of(CustomerId.of("alice-martin")).stream()
                                        .findFirst())),
                fault(
                        "pages from the oldest",
                        log -> Map.of("page", call -> {
                            List<Interaction> reversed = new ArrayList<>(call.<List<Interaction>>right());
                            Collections.reverse(reversed);
                            return reversed;
                        })),
                fault(
                        "counts every contact",
                        log -> Map.of(
                                "messages",
                                call -> call.<List<CustomerId>>arg(0).stream()
                                        .flatMap(one -> log.of(one).stream())
                                        .toList())),
                fault("takes nothing out", log -> Map.of("remove", call -> null)),
                fault("tells of everybody", log -> Map.of("of", call -> log.of(CustomerId.of("alice-martin")))),
                fault("drops the subject", log -> Map.of("record", call -> call.with(withoutSubject(call.arg(0))))),
                fault("keeps what comes again", log -> {
                    List<Interaction> all = new CopyOnWriteArrayList<>();
                    return Map.of(
                            "record",
                            call -> {
                                all.add(call.arg(0));
                                return Recorded.NEW;
                            },
                            "of",
                            call -> List.copyOf(all));
                }),
                fault(
                        "does not look at the source",
                        log -> Map.of("record", call -> {
                            Interaction asked = call.arg(0);
                            boolean known = log.of(asked.customer()).stream()
                                    .anyMatch(one -> one.externalId().equals(asked.externalId()));
                            return known ? Recorded.UNCHANGED : call.right();
                        })),
                fault(
                        "tells the newest first",
                        log -> Map.of("of", call -> {
                            List<Interaction> reversed = new ArrayList<>(call.<List<Interaction>>right());
                            Collections.reverse(reversed);
                            return reversed;
                        })));
    }

    private static Interaction withoutSubject(Interaction one) {
        return Interaction.builder(one.source(), one.externalId())
                .customer(one.customer())
                .channel(one.channel())
                .direction(one.direction())
                .type(one.type())
                .at(one.at())
                .build();
    }
}

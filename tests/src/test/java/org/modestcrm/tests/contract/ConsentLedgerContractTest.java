package org.modestcrm.tests.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.consent.InMemoryConsentLedger;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.testkit.contract.ConsentLedgerContract;

class ConsentLedgerContractTest extends ContractProof<ConsentLedger> {
    private static final CustomerId ALICE = CustomerId.of("alice-martin");

    ConsentLedgerContractTest() {
        super(ConsentLedger.class, OnTrial.class, InMemoryConsentLedger::new);
    }

    static class OnTrial extends ConsentLedgerContract {
        @Override
        protected ConsentLedger emptyLedger() {
            return subject(ConsentLedger.class);
        }
    }

    @Override
    Stream<Faulty<ConsentLedger>> faulty() {
        return Stream.of(
                fault(
                        "calls many new",
                        ledger -> Map.of("recordAll", call -> {
                            call.right();
                            return Collections.nCopies(
                                    call.<List<Consent>>arg(0).size(), Recorded.NEW);
                        })),
                fault(
                        "tells several ids one after the other",
                        ledger -> Map.of(
                                "history",
                                call -> call.arg(0) instanceof Collection<?> ids
                                        ? ids.stream()
                                                .flatMap(id -> ledger.history((CustomerId) id).stream())
                                                .toList()
                                        : call.right())),
                fault("takes nothing out", ledger -> Map.of("remove", call -> null)),
                fault("tells of everybody", ledger -> Map.of("history", call -> ledger.history(ALICE))),
                fault("drops the proof", ledger -> Map.of("record", call -> call.with(withoutProof(call.arg(0))))),
                fault("keeps what comes again", ConsentLedgerContractTest::keepingAll),
                fault(
                        "keeps one statement of a moment",
                        ledger -> Map.of("record", call -> {
                            Consent asked = call.arg(0);
                            boolean known = ledger.history(asked.customer()).stream()
                                    .anyMatch(one -> one.at().equals(asked.at()));
                            return known ? Recorded.UNCHANGED : call.right();
                        })),
                fault(
                        "tells the newest first",
                        ledger -> Map.of("history", call -> {
                            List<Consent> reversed = new ArrayList<>(call.<List<Consent>>right());
                            Collections.reverse(reversed);
                            return reversed;
                        })),
                fault(
                        "knows the future",
                        ledger -> Map.of(
                                "state",
                                call -> ledger.history(call.<CustomerId>arg(0)).stream()
                                        .reduce((earlier, later) -> later))),
                fault(
                        "allows what was ever granted",
                        ledger -> Map.of(
                                "isGranted",
                                call -> ledger.history(call.<CustomerId>arg(0)).stream()
                                        .anyMatch(one -> one.allowsAt(call.arg(3))))),
                fault(
                        "allows what was not denied",
                        ledger -> Map.of(
                                "isGranted",
                                call -> !ledger.history(call.<CustomerId>arg(0)).isEmpty())));
    }

    private static Consent withoutProof(Consent one) {
        Consent.Builder without = Consent.builder(one.customer(), one.channel(), one.purpose())
                .status(one.status())
                .at(one.at());
        one.expiresAt().ifPresent(without::expiresAt);
        return without.build();
    }

    private static Map<String, Call.Fault> keepingAll(ConsentLedger ledger) {
        List<Consent> all = new CopyOnWriteArrayList<>();
        return Map.of(
                "record",
                call -> {
                    all.add(call.arg(0));
                    return Recorded.NEW;
                },
                "history",
                call -> all.stream()
                        .filter(one -> one.customer().equals(call.arg(0)))
                        .toList());
    }
}

package org.modestcrm.tests.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.Recorded;
import org.modestcrm.source.InMemorySourceRecords;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.SourceRecords;
import org.modestcrm.testkit.contract.SourceRecordsContract;

class SourceRecordsContractTest extends ContractProof<SourceRecords> {
    SourceRecordsContractTest() {
        super(SourceRecords.class, OnTrial.class, InMemorySourceRecords::new);
    }

    static class OnTrial extends SourceRecordsContract {
        @Override
        protected SourceRecords emptyRecords() {
            return subject(SourceRecords.class);
        }
    }

    @Override
    Stream<Faulty<SourceRecords>> faulty() {
        return Stream.of(
                fault(
                        "keeps many one by one",
                        records -> Map.of(
                                "recordAll",
                                call -> call.<List<SourceRecord>>arg(0).stream()
                                        .map(records::record)
                                        .toList())),
                fault(
                        "calls many new",
                        records -> Map.of("recordAll", call -> {
                            call.right();
                            return Collections.nCopies(
                                    call.<List<SourceRecord>>arg(0).size(), Recorded.NEW);
                        })),
                fault("takes nothing out", records -> Map.of("remove", call -> null)),
                fault(
                        "finds any record",
                        records -> Map.of("find", call -> records.all().findFirst())),
                fault(
                        "drops what was said",
                        records -> Map.of(
                                "find",
                                call -> call.<Optional<SourceRecord>>right().map(SourceRecordsContractTest::silent))),
                fault(
                        "calls everything new",
                        records -> Map.of("record", call -> {
                            call.right();
                            return Recorded.NEW;
                        })),
                fault(
                        "keeps the first of a key",
                        records -> Map.of(
                                "record",
                                call -> records.find(call.<SourceRecord>arg(0).key())
                                                .isPresent()
                                        ? Recorded.UNCHANGED
                                        : call.right())),
                fault(
                        "does not mind a taken id",
                        records -> Map.of(
                                "record",
                                call -> records.findByOwnId(call.<SourceRecord>arg(0)
                                                        .said()
                                                        .id())
                                                .filter(known -> !known.key()
                                                        .equals(call.<SourceRecord>arg(0)
                                                                .key()))
                                                .isPresent()
                                        ? Recorded.NEW
                                        : call.right())),
                fault(
                        "streams in the wrong order",
                        records -> Map.of("all", call -> {
                            List<SourceRecord> reversed =
                                    new ArrayList<>(records.all().toList());
                            Collections.reverse(reversed);
                            return reversed.stream();
                        })));
    }

    private static SourceRecord silent(SourceRecord record) {
        Customer nothing = Customer.builder(record.said().id()).build();
        return SourceRecord.builder(record.key(), nothing)
                .firstSeenAt(record.firstSeenAt())
                .changedAt(record.changedAt())
                .build();
    }
}

package org.modestcrm.tests.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.modestcrm.source.InMemoryRecordLinks;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordLinks;
import org.modestcrm.source.RecordPair;
import org.modestcrm.testkit.contract.RecordLinksContract;

class RecordLinksContractTest extends ContractProof<RecordLinks> {
    RecordLinksContractTest() {
        super(RecordLinks.class, OnTrial.class, InMemoryRecordLinks::new);
    }

    static class OnTrial extends RecordLinksContract {
        @Override
        protected RecordLinks emptyLinks() {
            return subject(RecordLinks.class);
        }
    }

    @Override
    Stream<Faulty<RecordLinks>> faulty() {
        return Stream.of(
                fault("takes nothing out", links -> Map.of("remove", call -> null)),
                fault("finds any link", links -> {
                    List<RecordLink> all = new CopyOnWriteArrayList<>();
                    return Map.of(
                            "record",
                            call -> {
                                all.add(call.arg(0));
                                return call.right();
                            },
                            "find",
                            call -> all.stream().findFirst());
                }),
                fault("drops the evidence", links -> Map.of("record", call -> call.with(unfounded(call.arg(0))))),
                fault(
                        "keeps no history",
                        links -> Map.of(
                                "history",
                                call -> links.find(call.arg(0)).stream().toList())),
                fault(
                        "keeps what was held twice once",
                        links -> Map.of(
                                "history",
                                call -> call.<List<RecordLink>>right().stream()
                                        .distinct()
                                        .toList())),
                fault(
                        "tells in the wrong order",
                        links -> Map.of("of", call -> {
                            List<RecordLink> reversed = new ArrayList<>(call.<List<RecordLink>>right());
                            Collections.reverse(reversed);
                            return reversed;
                        })),
                fault(
                        "compares ids without case",
                        links -> Map.of("find", call -> {
                            RecordPair pair = call.arg(0);
                            return links.find(RecordPair.of(lowerCase(pair.first()), lowerCase(pair.second())));
                        })));
    }

    private static RecordLink unfounded(RecordLink link) {
        return new RecordLink(link.pair(), link.status(), RecordLink.Evidence.stated(""), link.by(), link.at());
    }

    private static RecordKey lowerCase(RecordKey key) {
        return RecordKey.of(key.source(), key.recordId().toLowerCase(Locale.ROOT));
    }
}

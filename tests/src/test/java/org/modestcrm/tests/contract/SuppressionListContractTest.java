package org.modestcrm.tests.contract;

import java.util.Map;
import java.util.stream.Stream;
import org.modestcrm.contact.InMemorySuppressionList;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.testkit.contract.SuppressionListContract;

class SuppressionListContractTest extends ContractProof<SuppressionList> {
    SuppressionListContractTest() {
        super(SuppressionList.class, OnTrial.class, InMemorySuppressionList::new);
    }

    static class OnTrial extends SuppressionListContract {
        @Override
        protected SuppressionList emptyList() {
            return subject(SuppressionList.class);
        }
    }

    @Override
    Stream<Faulty<SuppressionList>> faulty() {
        return Stream.of(
                fault(
                        "does not look at the channel",
                        list -> Map.of("find", call -> list.all().findFirst())),
                fault("drops the note", list -> Map.of("record", call -> call.with(silent(call.arg(0))))),
                fault(
                        "compares addresses as they are spelt",
                        list -> Map.of(
                                "find",
                                call -> list.all()
                                        .filter(one -> one.address().equals(call.arg(1)))
                                        .findFirst())),
                fault(
                        "keeps the last reason",
                        list -> Map.of("record", call -> {
                            Suppression given = call.arg(0);
                            list.remove(given.channel(), given.address());
                            call.right();
                            return given;
                        })),
                fault("takes nothing out", list -> Map.of("remove", call -> null)));
    }

    private static Suppression silent(Suppression one) {
        return new Suppression(one.channel(), one.address(), one.reason(), "", one.since());
    }
}

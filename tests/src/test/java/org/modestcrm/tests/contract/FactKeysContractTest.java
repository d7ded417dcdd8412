package org.modestcrm.tests.contract;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.modestcrm.event.FactKey;
import org.modestcrm.event.FactKeys;
import org.modestcrm.event.InMemoryFactKeys;
import org.modestcrm.testkit.contract.FactKeysContract;

class FactKeysContractTest extends ContractProof<FactKeys> {
    FactKeysContractTest() {
        super(FactKeys.class, OnTrial.class, InMemoryFactKeys::new);
    }

    static class OnTrial extends FactKeysContract {
        @Override
        protected FactKeys emptyKeys() {
            return subject(FactKeys.class);
        }
    }

    @Override
    Stream<Faulty<FactKeys>> faulty() {
        return Stream.of(
                fault(
                        "compares keys without case",
                        keys -> Map.of(
                                "putIfAbsent",
                                call -> keys.putIfAbsent(
                                        FactKey.of(call.<FactKey>arg(0).value().toLowerCase(Locale.ROOT)),
                                        call.arg(1),
                                        call.arg(2)))),
                fault(
                        "calls every key new",
                        keys -> Map.of("putIfAbsent", call -> {
                            call.right();
                            return new FactKeys.Use(call.arg(1), FactKeys.State.FIRST);
                        })),
                fault(
                        "tells what came last",
                        keys -> Map.of(
                                "putIfAbsent",
                                call -> new FactKeys.Use(
                                        call.arg(1), call.<FactKeys.Use>right().state()))),
                fault("forgets nothing", keys -> Map.of("forget", call -> 0)));
    }
}

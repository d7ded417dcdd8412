package org.modestcrm.tests.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.InMemoryPersonRegister;
import org.modestcrm.source.PersonRegister;
import org.modestcrm.source.Restriction;
import org.modestcrm.testkit.contract.PersonRegisterContract;

class PersonRegisterContractTest extends ContractProof<PersonRegister> {
    PersonRegisterContractTest() {
        super(PersonRegister.class, OnTrial.class, InMemoryPersonRegister::new);
    }

    static class OnTrial extends PersonRegisterContract {
        @Override
        protected PersonRegister emptyRegister() {
            return subject(PersonRegister.class);
        }
    }

    @Override
    Stream<Faulty<PersonRegister>> faulty() {
        return Stream.of(
                fault(
                        "knows everybody",
                        register -> Map.of("erasure", call -> register.erasure(CustomerId.of("alice-martin")))),
                fault(
                        "knows tombstones by the surviving id only",
                        register -> Map.of(
                                "erasure",
                                call -> call.<Optional<Erasure>>right()
                                        .filter(one -> one.customer().equals(call.arg(0))))),
                fault(
                        "keeps tombstones twice",
                        register -> Map.of("erasures", call -> {
                            List<Erasure> found = new ArrayList<>(call.<List<Erasure>>right());
                            found.addAll(call.<List<Erasure>>right());
                            return found;
                        })),
                fault(
                        "tells in the wrong order",
                        register -> Map.of(
                                "erasures", call -> reversed(call.<List<Erasure>>right()),
                                "restrictions", call -> reversed(call.<List<Restriction>>right()))),
                fault("readmits nobody", register -> Map.of("readmit", call -> null)),
                fault(
                        "drops who restricted",
                        register -> Map.of(
                                "record",
                                call -> call.arg(0) instanceof Restriction one
                                        ? call.with(new Restriction(one.customer(), one.reason(), "?", one.since()))
                                        : call.right())),
                fault(
                        "keeps the first restriction",
                        register -> Map.of(
                                "record",
                                call -> call.arg(0) instanceof Restriction one
                                                && !register.restrictions(Set.of(one.customer()))
                                                        .isEmpty()
                                        ? null
                                        : call.right())));
    }

    private static <T> List<T> reversed(List<T> found) {
        List<T> reversed = new ArrayList<>(found);
        Collections.reverse(reversed);
        return reversed;
    }
}

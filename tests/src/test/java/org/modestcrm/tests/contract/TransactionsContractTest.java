package org.modestcrm.tests.contract;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.modestcrm.event.InMemoryTransactions;
import org.modestcrm.event.Transactions;
import org.modestcrm.testkit.contract.TransactionsContract;

class TransactionsContractTest extends ContractProof<Transactions> {
    TransactionsContractTest() {
        super(Transactions.class, OnTrial.class, InMemoryTransactions::new);
    }

    static class OnTrial extends TransactionsContract {
        @Override
        protected Transactions transactions() {
            return subject(Transactions.class);
        }
    }

    @Override
    Stream<Faulty<Transactions>> faulty() {
        return Stream.of(
                fault(
                        "gives nothing",
                        units -> Map.of("inOne", call -> {
                            call.right();
                            return null;
                        })),
                fault("never runs", units -> Map.of("isRunning", call -> false)),
                fault("ends with the inner unit", units -> {
                    AtomicBoolean running = new AtomicBoolean();
                    return Map.of(
                            "inOne",
                            call -> {
                                running.set(true);
                                try {
                                    return call.right();
                                } finally {
                                    running.set(false);
                                }
                            },
                            "isRunning",
                            call -> running.get());
                }),
                fault(
                        "wraps what the work throws",
                        units -> Map.of("inOne", call -> {
                            try {
                                return call.right();
                            } catch (IllegalStateException e) {
                                throw new IllegalArgumentException(e);
                            }
                        })),
                fault(
                        "locks nobody",
                        units -> Map.of(
                                "inOne", call -> call.<Supplier<Object>>arg(1).get())));
    }
}

package org.modestcrm.tests.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;
import org.modestcrm.event.EventLog;
import org.modestcrm.event.EventLog.Waiting;
import org.modestcrm.event.InMemoryEventLog;
import org.modestcrm.testkit.contract.EventLogContract;

class EventLogContractTest extends ContractProof<EventLog> {
    EventLogContractTest() {
        super(EventLog.class, OnTrial.class, InMemoryEventLog::new);
    }

    static class OnTrial extends EventLogContract {
        @Override
        protected EventLog emptyLog() {
            return subject(EventLog.class);
        }
    }

    @Override
    Stream<Faulty<EventLog>> faulty() {
        return Stream.of(
                fault(
                        "forgets what it handed out",
                        log -> Map.of("claim", call -> {
                            List<Waiting> claimed = call.right();
                            claimed.forEach(waiting ->
                                    log.delivered(call.arg(0), waiting.event().id()));
                            return claimed;
                        })),
                fault(
                        "drops what was ordered",
                        log -> Map.of(
                                "claim",
                                call -> call.<List<Waiting>>right().stream()
                                        .filter(waiting -> !(waiting.event() instanceof Event.OrderRecorded))
                                        .toList())),
                fault(
                        "numbers everything one",
                        log -> Map.of("append", call -> {
                            Function<EventId, Event> made = call.arg(call.args().length - 1);
                            return call.with(numbered(call.args(), id -> made.apply(new EventId(1))));
                        })),
                fault("knows subscribers from the beginning", log -> {
                    log.register("mails", Event.class);
                    log.register("segments", Event.class);
                    return Map.of("register", call -> null, "unregister", call -> null);
                }),
                fault(
                        "delivers for all",
                        log -> Map.of("delivered", call -> {
                            try {
                                log.delivered("segments", call.arg(1));
                            } catch (IllegalArgumentException unknown) {
                                // only one subscriber there
                            }
                            return call.right();
                        })),
                fault(
                        "begins anew when a subscriber comes back",
                        log -> Map.of("register", call -> {
                            log.unregister(call.arg(0));
                            return call.right();
                        })),
                fault(
                        "hands out again at once",
                        log -> Map.of(
                                "claim", call -> log.claim(call.arg(0), call.arg(1), Duration.ZERO, call.arg(3)))),
                fault(
                        "has one lane",
                        log -> Map.of(
                                "append",
                                call -> log.append(
                                        CustomerId.of("all"),
                                        call.<Function<EventId, Event>>arg(call.args().length - 1)))),
                fault(
                        "hands out the newest first",
                        log -> Map.of("claim", call -> {
                            List<Waiting> reversed = new ArrayList<>(call.<List<Waiting>>right());
                            Collections.reverse(reversed);
                            return reversed;
                        })),
                fault(
                        "puts back at once",
                        log -> Map.of("putBack", call -> call.with(call.arg(0), call.arg(1), Instant.MIN))),
                fault(
                        "never ends a lease",
                        log -> Map.of(
                                "claim",
                                call -> log.claim(call.arg(0), call.arg(1), Duration.ofDays(1000), call.arg(3)))),
                fault("forgets no event of the erased", log -> Map.of("remove", call -> null)));
    }

    private static Object[] numbered(Object[] args, Function<EventId, Event> made) {
        Object[] changed = args.clone();
        changed[changed.length - 1] = made;
        return changed;
    }
}

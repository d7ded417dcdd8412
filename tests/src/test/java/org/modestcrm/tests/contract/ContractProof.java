package org.modestcrm.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * Shows that a contract catches wrong implementations: the right one passes, each with a fault in it fails, and there is
 * no test in the contract that no fault fails.
 *
 * @param <P> the port
 */
abstract class ContractProof<P> {
    private static final ThreadLocal<Supplier<?>> SUBJECT = new ThreadLocal<>();

    private final Class<P> port;
    private final Class<?> contract;
    private final Supplier<P> right;

    ContractProof(Class<P> port, Class<?> contract, Supplier<P> right) {
        this.port = port;
        this.contract = contract;
        this.right = right;
    }

    /** Implementations with a fault in them. */
    abstract Stream<Faulty<P>> faulty();

    /** The implementation the contract on trial is to judge. */
    static <P> P subject(Class<P> port) {
        return port.cast(SUBJECT.get().get());
    }

    /** The right implementation, but some of its methods answer otherwise. */
    final Faulty<P> fault(String name, Function<P, Map<String, Call.Fault>> faults) {
        return new Faulty<>(name, () -> {
            P real = right.get();
            Map<String, Call.Fault> wrong = faults.apply(real);
            Object proxy =
                    Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
                        Call call = new Call(self, real, method, given == null ? new Object[0] : given);
                        return wrong.getOrDefault(method.getName(), Call::right).answer(call);
                    });
            return port.cast(proxy);
        });
    }

    @Test
    void the_right_one_passes() {
        Events events = run(right);

        assertThat(failed(events)).isEmpty();
        assertThat(started(events)).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_one_is_caught() {
        return faulty().map(one -> DynamicTest.dynamicTest(
                one.name(), () -> assertThat(failed(run(one.made()))).isNotEmpty()));
    }

    @Test
    void every_test_of_the_contract_catches_a_wrong_one() {
        Set<String> catching = new TreeSet<>();
        Set<String> all = started(run(right));

        faulty().forEach(one -> catching.addAll(refuted(run(one.made()))));

        assertThat(catching).containsExactlyInAnyOrderElementsOf(all);
    }

    private Events run(Supplier<P> subject) {
        SUBJECT.set(subject);
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(contract))
                    .execute()
                    .testEvents();
        } finally {
            SUBJECT.remove();
        }
    }

    private static Set<String> started(Events events) {
        return names(events.started().stream());
    }

    private static Set<String> failed(Events events) {
        return names(events.failed().stream());
    }

    /** The tests that failed because something was found that was not expected, not because something broke. */
    private static Set<String> refuted(Events events) {
        return names(events.failed().stream()
                .filter(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .filter(AssertionError.class::isInstance)
                        .isPresent()));
    }

    private static Set<String> names(Stream<Event> events) {
        return events.map(event ->
                        (MethodSource) event.getTestDescriptor().getSource().orElseThrow())
                .map(MethodSource::getMethodName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A wrong implementation.
     *
     * @param name what is wrong with it
     * @param made a fresh one
     * @param <P> the port
     */
    record Faulty<P>(String name, Supplier<P> made) {}
}

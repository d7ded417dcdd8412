package org.modestcrm.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read: what it says, or what is wrong with it. Immutable.
 *
 * @param <T> what it says
 */
public final class ParsedDocument<T> {
    private final @Nullable T value;
    private final List<ExchangeProblem> problems;

    private ParsedDocument(@Nullable T value, List<ExchangeProblem> problems) {
        this.value = value;
        this.problems = List.copyOf(problems);
    }

    static <T> ParsedDocument<T> of(T value) {
        return new ParsedDocument<>(value, List.of());
    }

    static <T> ParsedDocument<T> refused(ExchangeProblem problem) {
        return new ParsedDocument<>(null, List.of(problem));
    }

    /**
     * What it says.
     *
     * @return empty when there are problems
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * What is wrong with it.
     *
     * @return empty when there is a value
     */
    public List<ExchangeProblem> problems() {
        return problems;
    }

    /**
     * Insists that nothing is wrong.
     *
     * @return what it says
     * @throws ExchangeException naming the first problem
     */
    public T orThrow() {
        if (value == null) {
            throw new ExchangeException(problems.get(0).toString());
        }
        return value;
    }
}

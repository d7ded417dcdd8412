package org.modestcrm.prediction;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;

/**
 * Answers what is predicted of customers, as of one instant and from one snapshot, so that an explanation can name where a
 * score came from. A port: the value jar implements it over a fitted model, a shop may put its own scores behind it.
 *
 * <p>What is not known (a customer without orders, a fact of another kind, a fact the data cannot support) is absent, never
 * a guess. Implementations are immutable and thread-safe.
 */
public interface Predictions {
    /**
     * The snapshot all answers come from.
     *
     * @return an id for explanations, never blank
     */
    String snapshotId();

    /**
     * The instant the answers hold for.
     *
     * @return never null
     */
    Instant asOf();

    /**
     * A predicted number.
     *
     * @param customer who
     * @param fact which; of kind {@link PredictedFact.Kind#NUMBER}
     * @return empty when it is not known
     */
    OptionalDouble number(CustomerId customer, PredictedFact fact);

    /**
     * A predicted amount.
     *
     * @param customer who
     * @param fact which; of kind {@link PredictedFact.Kind#MONEY}
     * @return empty when it is not known
     */
    Optional<Money> money(CustomerId customer, PredictedFact fact);

    /**
     * A predicted word.
     *
     * @param customer who
     * @param fact which; of kind {@link PredictedFact.Kind#TEXT}
     * @return empty when it is not known
     */
    Optional<String> text(CustomerId customer, PredictedFact fact);
}

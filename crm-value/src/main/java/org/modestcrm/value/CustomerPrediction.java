package org.modestcrm.value;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.money.Money;

/** What is predicted of one customer, as of the log's instant and over the horizon of the terms. Immutable. */
public final class CustomerPrediction {
    private final CustomerId customer;
    private final double alive;
    private final double expectedOrders;
    private final @Nullable Money expectedSpend;
    private final @Nullable Money lifetimeValue;
    private final int rank;

    CustomerPrediction(CustomerId customer, double[] numbers, @Nullable Money spend, @Nullable Money value, int rank) {
        this.customer = customer;
        this.alive = numbers[0];
        this.expectedOrders = numbers[1];
        this.expectedSpend = spend;
        this.lifetimeValue = value;
        this.rank = rank;
    }

    /**
     * Of whom.
     *
     * @return never null
     */
    public CustomerId customer() {
        return customer;
    }

    /**
     * The probability of not having left for good.
     *
     * @return empty where leaving cannot be told from chance
     */
    public OptionalDouble alive() {
        return Double.isNaN(alive) ? OptionalDouble.empty() : OptionalDouble.of(alive);
    }

    /**
     * The number of orders (purchase days) expected.
     *
     * @return 0 or more
     */
    public double expectedOrders() {
        return expectedOrders;
    }

    /**
     * What one coming order is expected to bring.
     *
     * @return empty without a spend model
     */
    public Optional<Money> expectedSpend() {
        return Optional.ofNullable(expectedSpend);
    }

    /**
     * The expected margin of the coming orders, discounted.
     *
     * @return empty without a spend model
     */
    public Optional<Money> lifetimeValue() {
        return Optional.ofNullable(lifetimeValue);
    }

    /**
     * The place by lifetime value, 1 for the best; equal values by customer id.
     *
     * @return empty without a spend model
     */
    public OptionalInt rank() {
        return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /** The customer only. */
    @Override
    public String toString() {
        return "prediction for customer " + customer;
    }
}

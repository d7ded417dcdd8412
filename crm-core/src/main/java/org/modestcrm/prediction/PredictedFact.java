package org.modestcrm.prediction;

import java.util.List;
import org.modestcrm.internal.Texts;

/**
 * Something a model says of a customer. The constants are what the value jar answers; a shop with scores of its own adds
 * facts by making them.
 *
 * @param name how rules and files call it, such as {@code lifetimeValue}: letters, digits, {@code _}, {@code -}, {@code .}
 * @param kind what sort of answer it has
 */
public record PredictedFact(String name, Kind kind) {
    /** How the customer stands by recency, frequency and money: the name of a group such as {@code CHAMPIONS}. */
    public static final PredictedFact RFM_GROUP = new PredictedFact("rfmGroup", Kind.TEXT);

    /** How recent the last order is among all customers, 1 (long ago) to 5. */
    public static final PredictedFact RECENCY_SCORE = new PredictedFact("recencyScore", Kind.NUMBER);

    /** How many orders there are among all customers, 1 (few) to 5. */
    public static final PredictedFact FREQUENCY_SCORE = new PredictedFact("frequencyScore", Kind.NUMBER);

    /** How much was spent among all customers, 1 (little) to 5. */
    public static final PredictedFact MONETARY_SCORE = new PredictedFact("monetaryScore", Kind.NUMBER);

    /** The probability, 0 to 1, that the customer has not left for good; absent where the data cannot tell. */
    public static final PredictedFact ALIVE = new PredictedFact("alive", Kind.NUMBER);

    /** The number of orders expected within the horizon of the snapshot. */
    public static final PredictedFact EXPECTED_ORDERS = new PredictedFact("expectedOrders", Kind.NUMBER);

    /** What one coming order is expected to bring. */
    public static final PredictedFact EXPECTED_SPEND = new PredictedFact("expectedSpend", Kind.MONEY);

    /** The expected margin of all orders within the horizon of the snapshot, discounted to its day. */
    public static final PredictedFact LIFETIME_VALUE = new PredictedFact("lifetimeValue", Kind.MONEY);

    /** The place of the customer by lifetime value: 1 is worth most. */
    public static final PredictedFact VALUE_RANK = new PredictedFact("valueRank", Kind.NUMBER);

    /** What sort of answer a fact has. */
    public enum Kind {
        /** A number. */
        NUMBER,
        /** An amount with its currency. */
        MONEY,
        /** A word out of a list. */
        TEXT
    }

    /**
     * Checks the name.
     *
     * @param name how it is called
     * @param kind its sort
     */
    public PredictedFact {
        Texts.code("predicted fact", name);
    }

    /**
     * The facts the value jar answers.
     *
     * @return all constants of this type
     */
    public static List<PredictedFact> builtIn() {
        return List.of(
                RFM_GROUP,
                RECENCY_SCORE,
                FREQUENCY_SCORE,
                MONETARY_SCORE,
                ALIVE,
                EXPECTED_ORDERS,
                EXPECTED_SPEND,
                LIFETIME_VALUE,
                VALUE_RANK);
    }
}

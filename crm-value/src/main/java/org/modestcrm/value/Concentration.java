package org.modestcrm.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modestcrm.money.Money;

/**
 * How much of the revenue how few customers make: the Lorenz curve, the Gini coefficient, deciles and "the top 5 % make
 * 50 %". Immutable, thread-safe.
 */
public final class Concentration {
    private final PurchaseLog log;
    private final long[] ascending;
    private final long[] fromTop;

    private Concentration(PurchaseLog log, Revenue revenue) {
        this.log = log;
        this.ascending = new long[log.size()];
        for (int c = 0; c < ascending.length; c++) {
            ascending[c] = log.amount(c, revenue);
        }
        Arrays.sort(ascending);
        this.fromTop = new long[ascending.length + 1];
        for (int i = 0; i < ascending.length; i++) {
            fromTop[i + 1] = Micros.plus(fromTop[i], ascending[ascending.length - 1 - i]);
        }
    }

    /**
     * Measures a log.
     *
     * @param log what customers bought
     * @param revenue which amount counts
     * @return never null
     * @throws ValueRefusedException when nobody bought anything
     */
    public static Concentration of(PurchaseLog log, Revenue revenue) {
        Concentration measured = new Concentration(log, revenue);
        if (measured.total() <= 0) {
            throw new ValueRefusedException(
                    Refusal.VALUE_NO_CUSTOMERS, "concentration: no revenue in the log (expected: more than 0)");
        }
        return measured;
    }

    private long total() {
        return fromTop[ascending.length];
    }

    /**
     * How many customers a share of them is, rounded up: 5 % of 4,338 are 217.
     *
     * @param percent 0 to 100
     * @return 0 to all
     */
    public int customersIn(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("percent: " + percent + " (expected: 0 to 100)");
        }
        return percent.multiply(BigDecimal.valueOf(ascending.length))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    /**
     * What the best customers make of the revenue.
     *
     * @param percent of the customers, 0 to 100
     * @return 0 to 1
     */
    public double shareOfTop(BigDecimal percent) {
        return share(fromTop[customersIn(percent)]);
    }

    private double share(long part) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(total()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * What the best customers brought.
     *
     * @param percent of the customers, 0 to 100
     * @return exact
     */
    public Money amountOfTop(BigDecimal percent) {
        return log.money(fromTop[customersIn(percent)]);
    }

    /**
     * The Gini coefficient: 0 when all bring the same, near 1 when one brings all.
     *
     * @return computed exactly, rounded once
     */
    public double gini() {
        BigInteger weighted = BigInteger.ZERO;
        for (int i = 0; i < ascending.length; i++) {
            long weight = 2L * (i + 1) - ascending.length - 1;
            weighted = weighted.add(BigInteger.valueOf(ascending[i]).multiply(BigInteger.valueOf(weight)));
        }
        BigInteger scale = BigInteger.valueOf(total()).multiply(BigInteger.valueOf(ascending.length));
        return new BigDecimal(weighted)
                .divide(new BigDecimal(scale), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * Ten groups of customers, the best first, cut as SQL {@code ntile(10) over (order by amount desc)}.
     *
     * @return ten, or fewer when there are fewer customers
     */
    public List<Decile> deciles() {
        List<Decile> deciles = new ArrayList<>();
        int from = 0;
        for (int number = 1; number <= 10 && from < ascending.length; number++) {
            int to = from;
            while (to < ascending.length && Rfm.ntile(to, ascending.length, 10) == number) {
                to++;
            }
            long amount = fromTop[to] - fromTop[from];
            deciles.add(new Decile(number, to - from, log.money(amount), share(amount)));
            from = to;
        }
        return List.copyOf(deciles);
    }

    /**
     * Points of the curve "so many of the best customers make so much".
     *
     * @param steps how many equal steps of customers, 1 or more
     * @return steps + 1 shares of revenue, from 0 to 1
     */
    public double[] curve(int steps) {
        double[] shares = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            shares[i] = share(fromTop[(int) ((long) ascending.length * i / steps)]);
        }
        return shares;
    }
}

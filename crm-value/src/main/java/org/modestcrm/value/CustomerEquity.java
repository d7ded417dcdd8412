package org.modestcrm.value;

import java.time.LocalDate;
import org.modestcrm.money.Money;
import org.modestcrm.prediction.ValueSnapshot;

/**
 * The value of the whole base now and on an earlier day, by the same model and terms, and what made the difference: now =
 * before + newcomers + risen + fallen.
 *
 * @param before the lifetime values of all customers of the earlier day
 * @param now those of all customers today
 * @param newcomers what customers are worth who came since
 * @param risen what others are worth more than then
 * @param fallen what others are worth less than then, 0 or below
 */
public record CustomerEquity(Money before, Money now, Money newcomers, Money risen, Money fallen) {
    /**
     * Compares the base of a log with that of an earlier day.
     *
     * @param snapshot a model with a spend model
     * @param log what customers bought
     * @param earlier the day to compare with: its start
     * @param terms what lifetime value means
     * @return never null
     * @throws ValueRefusedException when the snapshot has no spend model, or nobody had bought yet
     */
    public static CustomerEquity between(ValueSnapshot snapshot, PurchaseLog log, LocalDate earlier, ValueTerms terms) {
        if (Snapshots.models(snapshot).spend() == null) {
            throw new ValueRefusedException(
                    Refusal.VALUE_SNAPSHOT_FOREIGN,
                    "value snapshot " + snapshot.id() + ": no parameter p, q, gamma (expected: a spend model)");
        }
        PurchaseLog past = log.before(earlier);
        if (past.size() == 0) {
            throw Ladder.nobody(past);
        }
        ValuePredictions then = ValuePredictions.of(snapshot, past, terms);
        ValuePredictions now = ValuePredictions.of(snapshot, log, terms);
        CompensatedSum[] sums = CompensatedSum.many(3);
        for (int c = 0; c < log.size(); c++) {
            int index = past.indexOf(log.id(c));
            double change = now.value(c) - (index < 0 ? 0 : then.value(index));
            int kind = index < 0 ? 0 : change > 0 ? 1 : 2;
            sums[kind].add(change);
        }
        return new CustomerEquity(
                Micros.estimate(then.equity(), log.currency()),
                Micros.estimate(now.equity(), log.currency()),
                Micros.estimate(sums[0].value(), log.currency()),
                Micros.estimate(sums[1].value(), log.currency()),
                Micros.estimate(sums[2].value(), log.currency()));
    }
}

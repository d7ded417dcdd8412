package org.modestcrm.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.prediction.ValueSnapshot;

/** Turns models into snapshots and back. */
final class Snapshots {
    private static final String VERSION = "1";

    private Snapshots() {}

    /** The models of a snapshot. */
    record Models(PurchaseModel purchases, @Nullable SpendModel spend) {}

    static ValueSnapshot of(
            String id, PurchaseLog log, Estimate<PurchaseModel> purchases, Optional<Estimate<SpendModel>> spend) {
        PurchaseModel model = purchases.model();
        ValueSnapshot.Builder snapshot = ValueSnapshot.builder(id)
                .model(model.family().name())
                .k(model.k())
                .unit(model.unit().name())
                .logLikelihood(purchases.logLikelihood())
                .asOf(log.asOf())
                .currency(log.currency())
                .customers(log.size())
                .fingerprint(log.fingerprint())
                .version(VERSION);
        model.parameters().forEach(snapshot::parameter);
        spend.ifPresent(estimate -> estimate.model().parameters().forEach(snapshot::parameter));
        return snapshot.build();
    }

    static Models models(ValueSnapshot snapshot) {
        if (!snapshot.version().equals(VERSION)) {
            throw foreign(snapshot, "version " + snapshot.version(), "version " + VERSION);
        }
        ModelFamily family = named(ModelFamily.values(), snapshot.model(), snapshot, "model");
        ModelUnit unit = named(ModelUnit.values(), snapshot.unit(), snapshot, "unit");
        Map<String, Double> buying = new LinkedHashMap<>(snapshot.parameters());
        SpendModel.NAMES.forEach(buying::remove);
        List<String> missing = family.parameterNames().stream()
                .filter(name -> !buying.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw foreign(snapshot, "no parameter " + String.join(", ", missing), "all of " + family);
        }
        buying.keySet().retainAll(family.parameterNames());
        PurchaseModel purchases = PurchaseModel.of(family, snapshot.k(), unit, buying);
        Map<String, Double> all = snapshot.parameters();
        double[] spent = SpendModel.NAMES.stream()
                .mapToDouble(name -> all.getOrDefault(name, 0.0))
                .toArray();
        boolean spends = all.keySet().containsAll(SpendModel.NAMES);
        SpendModel spend = spends ? SpendModel.of(spent[0], spent[1], spent[2]) : null;
        return new Models(purchases, spend);
    }

    private static <E extends Enum<E>> E named(E[] values, String name, ValueSnapshot snapshot, String part) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> foreign(snapshot, part + " " + name, "one of " + Arrays.toString(values)));
    }

    private static ValueRefusedException foreign(ValueSnapshot snapshot, String came, String expected) {
        return new ValueRefusedException(
                Refusal.VALUE_SNAPSHOT_FOREIGN,
                "value snapshot " + snapshot.id() + ": " + came + " (expected: " + expected + ")");
    }
}

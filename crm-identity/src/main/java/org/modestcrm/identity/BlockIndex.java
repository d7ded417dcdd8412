package org.modestcrm.identity;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds the records that are worth comparing with one. A block above the cap is split by a second key; where even that
 * leaves too many, they are skipped and counted. For one thread.
 */
final class BlockIndex {
    private final KeyTable table = new KeyTable();
    private final Set<Long> split = new HashSet<>();
    private final Map<BlockKey, Long> skipped = new EnumMap<>(BlockKey.class);
    private final int cap;
    private final IntFunction<Features> records;

    BlockIndex(int cap, IntFunction<Features> records) {
        this.cap = cap;
        this.records = records;
    }

    /** Takes a candidate and the kind of key that led to it; one record may come several times. */
    interface Candidates {
        void accept(int record, BlockKey kind);
    }

    void post(int record, Features of) {
        KeySet keys = Blocking.posted(of);
        for (int i = 0; i < keys.size(); i++) {
            long key = keys.key(i);
            if (split.contains(key)) {
                narrow(key, record, of);
            } else {
                table.add(key, record);
                if (table.count(key) > cap) {
                    split.add(key);
                    table.forEach(key, member -> narrow(key, member, records.apply(member)));
                }
            }
        }
    }

    private void narrow(long key, int record, Features of) {
        for (String second : seconds(of)) {
            if (!second.isEmpty()) {
                table.add(KeySet.narrowed(key, second), record);
            }
        }
    }

    /** By what a block that is too large is split. */
    private static String[] seconds(Features of) {
        String postcode = of.addresses.length == 0 ? "" : of.addresses[0].postcode();
        String birth = of.birth == null ? "" : Integer.toString(of.birth.digits());
        return new String[] {of.name.given().isEmpty() ? "" : "g" + of.name.given(), postcode, birth};
    }

    void candidates(Features of, Candidates taker) {
        KeySet keys = Blocking.probed(of);
        for (int i = 0; i < keys.size(); i++) {
            long key = keys.key(i);
            BlockKey kind = keys.kind(i);
            if (split.contains(key)) {
                for (String second : seconds(of)) {
                    if (!second.isEmpty()) {
                        probe(KeySet.narrowed(key, second), kind, taker);
                    }
                }
            } else {
                probe(key, kind, taker);
            }
        }
    }

    private void probe(long key, BlockKey kind, Candidates taker) {
        if (table.count(key) > cap) {
            skipped.merge(kind, 1L, Long::sum);
        } else {
            table.forEach(key, record -> taker.accept(record, kind));
        }
    }

    int splitBlocks() {
        return split.size();
    }

    Map<BlockKey, Long> skipped() {
        return skipped;
    }
}

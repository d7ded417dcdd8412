package org.modestcrm.identity;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Record numbers by 64-bit keys, in plain arrays: a million records have ten million entries. For one thread. */
final class KeyTable {
    private static final int NONE = -1;

    private long[] keys = new long[1 << 10];
    private int[] heads = new int[1 << 10];
    private int[] counts = new int[1 << 10];
    private int used;
    private int[] records = new int[1 << 10];
    private int[] next = new int[1 << 10];
    private int entries;

    KeyTable() {
        Arrays.fill(heads, NONE);
    }

    void add(long key, int record) {
        if (used * 2 > keys.length) {
            grow();
        }
        int slot = slot(key);
        if (heads[slot] == NONE) {
            keys[slot] = key;
            used++;
        }
        if (entries == records.length) {
            records = Arrays.copyOf(records, entries + (entries >> 1));
            next = Arrays.copyOf(next, records.length);
        }
        records[entries] = record;
        next[entries] = heads[slot];
        heads[slot] = entries++;
        counts[slot]++;
    }

    /** How many entries a key has. */
    int count(long key) {
        int slot = slot(key);
        return heads[slot] == NONE ? 0 : counts[slot];
    }

    void forEach(long key, IntConsumer record) {
        for (int entry = heads[slot(key)]; entry != NONE; entry = next[entry]) {
            record.accept(records[entry]);
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (mix(key) & mask);
        while (heads[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static long mix(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        heads = new int[keys.length];
        counts = new int[keys.length];
        Arrays.fill(heads, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldHeads[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                heads[slot] = oldHeads[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}

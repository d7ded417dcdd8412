package org.modestcrm.identity;

import java.util.Arrays;

/** Keys of one record, with their kinds. For one thread. */
final class KeySet {
    private long[] keys = new long[16];
    private BlockKey[] kinds = new BlockKey[16];
    private int size;

    /** Adds a key; an empty part makes it no key at all, since what is missing is shared by strangers. */
    void add(BlockKey kind, String... parts) {
        long hash = 0xCBF29CE484222325L + kind.place();
        for (String part : parts) {
            if (part.isEmpty()) {
                return;
            }
            hash = hash(hash * 0x100000001B3L + 31, part);
        }
        addHash(kind, hash);
    }

    private void addHash(BlockKey kind, long hash) {
        for (int i = 0; i < size; i++) {
            if (keys[i] == hash) {
                return;
            }
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        keys[size] = hash;
        kinds[size++] = kind;
    }

    private static long hash(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** The key narrowed by a second one; for blocks that are too large. */
    static long narrowed(long key, String second) {
        return hash(key * 31 + 7, second);
    }

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    BlockKey kind(int i) {
        return kinds[i];
    }
}

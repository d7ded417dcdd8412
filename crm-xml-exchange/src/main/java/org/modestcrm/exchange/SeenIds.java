package org.modestcrm.exchange;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Which ids a document had so far, in 8 to 16 bytes each: it keeps a keyed 61-bit digest, so that nobody can prepare ids
 * that collide and two of a million collide by chance once in millions of documents. For one thread.
 */
final class SeenIds {
    private static final long PRIME = (1L << 61) - 1;

    private final long base = 1 + (new SecureRandom().nextLong() >>> 4);
    private long[] slots = new long[1024];
    private int size;

    /** False when it was there. */
    boolean add(String id) {
        if (size * 3L > slots.length * 2L) {
            grow();
        }
        return put(slots, digest(id));
    }

    private long digest(String id) {
        long hash = id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = times(hash, base % PRIME) + id.charAt(i) + 1;
        }
        return hash % PRIME + 1;
    }

    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        long sum = (low & PRIME) + ((low >>> 61) | (high << 3));
        return (sum & PRIME) + (sum >>> 61);
    }

    private boolean put(long[] into, long digest) {
        int at = (int) (digest ^ digest >>> 32) & into.length - 1;
        while (into[at] != 0) {
            if (into[at] == digest) {
                return false;
            }
            at = at + 1 & into.length - 1;
        }
        into[at] = digest;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        size = 0;
        Arrays.stream(slots).filter(digest -> digest != 0).forEach(digest -> put(larger, digest));
        slots = larger;
    }
}

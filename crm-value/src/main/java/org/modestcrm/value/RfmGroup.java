package org.modestcrm.value;

import java.util.List;

/**
 * Names for how customers stand by recency and by how much and how often they buy. Every score belongs to exactly one:
 * the first, in the order of the constants, whose ranges hold. "Worth" is the mean of frequency and money score.
 */
public enum RfmGroup {
    /** Bought just now, buy often, spend much: recency 4-5, worth 4-5. */
    CHAMPIONS(4, 5, 4, 5),
    /** Come back and spend: recency 3-5, worth 3-5. */
    LOYAL(3, 5, 3, 5),
    /** The first purchase is just made: recency 5, worth below 3. */
    NEW(5, 5, 1, 3),
    /** Recent, not yet worth much: recency 4, worth below 3. */
    PROMISING(4, 4, 1, 3),
    /** Middling all round: recency 3, worth below 3. */
    NEEDS_ATTENTION(3, 3, 1, 3),
    /** Were among the best and stay away: recency 1, worth 4-5. */
    CANNOT_LOSE(1, 1, 4, 5),
    /** Good customers, not seen for some time: recency 1-2, worth 3-5. */
    AT_RISK(1, 2, 3, 5),
    /** Bought little, some time ago: recency 2, worth below 3. */
    HIBERNATING(2, 2, 1, 3),
    /** Bought little, long ago: recency 1, worth below 3. */
    LOST(1, 1, 1, 3);

    private final int recencyFrom;
    private final int recencyTo;
    private final int worthFrom;
    private final int worthTo;

    RfmGroup(int recencyFrom, int recencyTo, int worthFrom, int worthTo) {
        this.recencyFrom = recencyFrom;
        this.recencyTo = recencyTo;
        this.worthFrom = worthFrom;
        this.worthTo = worthTo;
    }

    static RfmGroup of(int recency, int frequency, int monetary) {
        return List.of(values()).stream()
                .filter(group -> group.holds(recency, frequency + monetary))
                .findFirst()
                .orElseThrow();
    }

    private boolean holds(int recency, int twiceWorth) {
        return recency >= recencyFrom
                && recency <= recencyTo
                && twiceWorth >= 2 * worthFrom
                && twiceWorth <= 2 * worthTo;
    }
}

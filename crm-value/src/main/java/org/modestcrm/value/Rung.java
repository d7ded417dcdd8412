package org.modestcrm.value;

/** How much a fit can say, from most to least. A fit stands on the highest rung the data carry. */
public enum Rung {
    /** Regular buying and leaving: MBG/CNBD-k with k above 1. */
    REGULAR_BUYING_AND_LEAVING,
    /** Buying by chance, and leaving: MBG/NBD. */
    BUYING_AND_LEAVING,
    /** Buying only: who has left cannot be told. NBD, regular where that fits better. */
    BUYING,
    /** No model: recency, frequency and money as they were. */
    DESCRIPTIVE
}

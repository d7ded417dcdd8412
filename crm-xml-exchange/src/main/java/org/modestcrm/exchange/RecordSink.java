package org.modestcrm.exchange;

import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;

/** Takes what is read of a {@code records} document, one record at a time, in the thread that reads. */
public interface RecordSink {
    /**
     * Takes a profile.
     *
     * @param profile the profile, whole and checked
     * @param place where its element starts
     */
    void profile(Profile profile, Place place);

    /**
     * Takes a tombstone.
     *
     * @param tombstone the tombstone
     * @param place where its element starts
     */
    void gone(Tombstone tombstone, Place place);
}

package org.modestcrm.contact;

import java.util.Optional;
import java.util.stream.Stream;
import org.modestcrm.customer.Channel;

/** The addresses nobody writes to any more. A port: {@link InMemorySuppressionList} is ours. Thread-safe. */
public interface SuppressionList {
    /**
     * Adds an address; one that is there already stays as it is.
     *
     * @param suppression the address and why
     * @return what is kept: the given one, or the one that came first
     */
    Suppression record(Suppression suppression);

    /**
     * Why an address is suppressed.
     *
     * @param channel the channel
     * @param address the address in any spelling
     * @return empty when it is not
     */
    Optional<Suppression> find(Channel channel, String address);

    /**
     * Takes an address out.
     *
     * @param channel the channel
     * @param address the address in any spelling; one that is not there is no mistake
     */
    void remove(Channel channel, String address);

    /**
     * All of them, as of some moment during the call.
     *
     * @return in no particular order; close it after use
     */
    Stream<Suppression> all();
}

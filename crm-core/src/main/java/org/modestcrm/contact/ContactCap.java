package org.modestcrm.contact;

import java.util.Set;
import org.modestcrm.customer.Channel;

/**
 * So many messages in so long: {@code ContactCap.of(3, Window.rolling(Duration.ofDays(7))).on(Channel.EMAIL)}. Immutable.
 *
 * @param max how many at most, 0 or more
 * @param window in how long
 * @param channels the channels that count, none for all
 * @param classes the classes that count, none for all
 * @param exemptFrom messages of this priority or more may exceed it; they still count
 */
public record ContactCap(int max, Window window, Set<Channel> channels, Set<MessageClass> classes, int exemptFrom) {
    /**
     * Copies the sets.
     *
     * @param max how many
     * @param window in how long
     * @param channels which channels
     * @param classes which classes
     * @param exemptFrom from which priority on it does not hold
     */
    public ContactCap {
        if (max < 0) {
            throw new IllegalArgumentException("contact cap: " + max + " messages (expected: 0 or more)");
        }
        channels = Set.copyOf(channels);
        classes = Set.copyOf(classes);
    }

    /**
     * A cap on all channels and classes together that exempts nobody.
     *
     * @param max how many at most
     * @param window in how long
     * @return the cap
     */
    public static ContactCap of(int max, Window window) {
        return new ContactCap(max, window, Set.of(), Set.of(), Integer.MAX_VALUE);
    }

    /**
     * The same cap, counting these channels only.
     *
     * @param only the channels, counted together
     * @return a changed copy
     */
    public ContactCap on(Channel... only) {
        return new ContactCap(max, window, Set.of(only), classes, exemptFrom);
    }

    /**
     * The same cap, counting these classes only.
     *
     * @param only the classes, counted together
     * @return a changed copy
     */
    public ContactCap of(MessageClass... only) {
        return new ContactCap(max, window, channels, Set.of(only), exemptFrom);
    }

    /**
     * The same cap, which messages of high priority may exceed.
     *
     * @param priority from which priority on
     * @return a changed copy
     */
    public ContactCap exempting(int priority) {
        return new ContactCap(max, window, channels, classes, priority);
    }

    boolean counts(Channel channel, MessageClass messageClass) {
        return (channels.isEmpty() || channels.contains(channel))
                && (classes.isEmpty() || classes.contains(messageClass));
    }

    @Override
    public String toString() {
        return "at most " + max + " in " + window + (channels.isEmpty() ? "" : " on " + sorted(channels))
                + (classes.isEmpty() ? "" : " of " + sorted(classes));
    }

    private static String sorted(Set<?> codes) {
        return String.join(", ", codes.stream().map(Object::toString).sorted().toList());
    }
}

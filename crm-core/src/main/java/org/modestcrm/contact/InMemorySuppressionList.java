package org.modestcrm.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.DeliveryState;

/** Suppressed addresses in memory, gone with the process: for tests, demos and small tools. Thread-safe. */
public final class InMemorySuppressionList implements SuppressionList {
    private final Map<String, Suppression> byAddress = new ConcurrentHashMap<>();

    /** An empty list. */
    public InMemorySuppressionList() {}

    @Override
    public Suppression record(Suppression suppression) {
        return byAddress.computeIfAbsent(key(suppression.channel(), suppression.address()), key -> suppression);
    }

    @Override
    public Optional<Suppression> find(Channel channel, String address) {
        return Optional.ofNullable(byAddress.get(key(channel, address)));
    }

    @Override
    public void remove(Channel channel, String address) {
        byAddress.remove(key(channel, address));
    }

    @Override
    public Stream<Suppression> all() {
        return List.copyOf(byAddress.values()).stream();
    }

    private static String key(Channel channel, String address) {
        return channel + ":" + new ContactPoint(channel, address, DeliveryState.OK).normalised();
    }
}
